#!/usr/bin/env bash
# A Slurm cluster of one node on this machine, without systemd, cgroups or a database: for tests.
#   cluster.sh start DIR    starts munged, slurmctld and slurmd, which keep everything in DIR; the client's commands need SLURM_CONF=DIR/slurm.conf
#   cluster.sh stop DIR     ends them
# Two partitions: 'batch', and 'urgent', whose jobs send those of 'batch' back to the queue.
set -euo pipefail
command=${1:?start or stop}
folder=$(readlink -f "${2:?a folder}")
export SLURM_CONF=$folder/slurm.conf

start() {
  mkdir -p "$folder"/{munge,state,spool,log}
  chmod 755 "$folder"
  chmod 700 "$folder/munge"
  head -c 1024 /dev/urandom >"$folder/munge/key"
  chmod 400 "$folder/munge/key"
  # Ports that nobody has: several clusters may run side by side.
  local port=$((20000 + $$ % 20000)) host cpus
  host=$(hostname -s)
  cpus=$(nproc)
  [ "$cpus" -ge 2 ] || cpus=2 # a job of two tasks would wait for ever where this process is kept to one processor
  cat >"$SLURM_CONF" <<END
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket
CryptoType=crypto/munge
CredType=cred/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/log/slurmctld.log
SlurmdLogFile=$folder/log/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SlurmdParameters=config_overrides
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=1,bf_interval=1,sched_interval=1
PreemptType=preempt/partition_prio
PreemptMode=REQUEUE
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
InactiveLimit=0
KillWait=20
MinJobAge=300
SlurmctldTimeout=60
SlurmdTimeout=60
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cpus RealMemory=1000 State=UNKNOWN
PartitionName=batch Nodes=$host Default=YES MaxTime=60 State=UP PriorityTier=1 GraceTime=5
PartitionName=urgent Nodes=$host MaxTime=60 State=UP PriorityTier=10
END
  munged --force --key-file="$folder/munge/key" --socket="$folder/munge/socket" --pid-file="$folder/munge/pid" \
    --log-file="$folder/munge/log" --seed-file="$folder/munge/seed"
  slurmctld -c
  slurmd
  for _ in $(seq 100); do
    sinfo --noheader --format=%T 2>/dev/null | grep -q idle && exit 0
    sleep 0.2
  done
  tail -n 20 "$folder"/log/*.log >&2
  exit 1
}

stop() {
  local name
  for name in slurmd slurmctld munge/munged; do
    local pid=$folder/${name/munge\/munged/munge\/pid}
    [ -d "$pid" ] && continue
    [ -e "$pid" ] || pid=$folder/$name.pid
    [ -e "$pid" ] && kill "$(<"$pid")" 2>/dev/null || true
  done
}

"$command"
