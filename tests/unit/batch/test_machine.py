"""How many processes there are where nobody says: as a machine or a container has cores and memory for them."""

import pytest

from claimx.batch.machine import PROCESS_BYTES, Allowed, allowed, cores, default_jobs, fitting_jobs

GIB = 1024**3


@pytest.mark.parametrize(
    ("cores", "memory", "found", "jobs"),
    [
        (8, None, Allowed(), 8),
        (8, 64 * GIB, Allowed(), 8),
        (64, 4 * GIB, Allowed(), 5),
        (64, 64 * GIB, Allowed(memory=2 * GIB), 2),
        (64, 2 * GIB, Allowed(memory=64 * GIB), 2),
        (64, 64 * GIB, Allowed(cores=2), 2),
        (64, 64 * GIB, Allowed(cores=1.5), 2),
        (64, 64 * GIB, Allowed(cores=0.25), 1),
        (2, 64 * GIB, Allowed(cores=16), 2),
        (64, 64 * GIB, Allowed(cores=8, memory=3 * PROCESS_BYTES), 3),
        (4, None, Allowed(memory=4096), 1),
    ],
)
def test_there_are_no_more_processes_than_there_is_room_for(cores, memory, found, jobs):
    assert fitting_jobs(cores, memory, found) == jobs


NESTED = {
    "/proc/self/cgroup": "0::/jobs/7\n",
    "/sys/fs/cgroup/jobs/7/cpu.max": "max 100000\n",
    "/sys/fs/cgroup/jobs/7/memory.max": "max\n",
    "/sys/fs/cgroup/jobs/cpu.max": "250000 100000\n",
    "/sys/fs/cgroup/jobs/memory.max": f"{2 * GIB}\n",
    "/sys/fs/cgroup/memory.max": f"{4 * GIB}\n",
}
OLD = {
    "/proc/self/cgroup": "9:name=systemd:/docker/a\n4:memory:/docker/a\n3:cpu,cpuacct:/docker/a\n0::/\n",
    "/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us": "150000\n",
    "/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us": "100000\n",
    "/sys/fs/cgroup/memory/memory.limit_in_bytes": f"{GIB}\n",
}


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({}, Allowed()),
        ({"/proc/self/cgroup": "0::/\n"}, Allowed()),
        (
            {
                "/proc/self/cgroup": "0::/\n",
                "/sys/fs/cgroup/cpu.max": "50000 100000",
                "/sys/fs/cgroup/memory.max": "4096",
            },
            Allowed(0.5, 4096),
        ),
        (NESTED, Allowed(2.5, 2 * GIB)),
        (OLD, Allowed(1.5, GIB)),
        ({**OLD, "/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us": "-1\n"}, Allowed(None, GIB)),
        ({"/proc/self/cgroup": "::\nnonsense\n\n0::/../..\n", "/sys/fs/cgroup/cpu.max": "0 0"}, Allowed()),
    ],
    ids=["no Linux", "no limits", "container", "nested", "version 1", "version 1 without quota", "nonsense"],
)
def test_what_a_container_may_use_is_read_of_its_groups(files, found):
    assert allowed(files.get) == found


def test_here_is_room_for_one_at_least():
    assert 1 <= default_jobs() <= cores()
