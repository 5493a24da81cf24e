#!/usr/bin/env bash
# A Slurm cluster of one node on this machine, without systemd, cgroups or a database: for tests.
#   cluster.sh start DIR [PID]   starts munged, slurmctld and slurmd, which keep everything in DIR; the client's commands need
#                                SLURM_CONF=DIR/slurm.conf; they end with the process PID, whatever becomes of it
#   cluster.sh stop DIR          ends them, and returns once they write nothing more
# Two partitions: 'batch', and 'urgent', whose jobs send those of 'batch' back to the queue.
set -euo pipefail
export PATH=$PATH:/usr/sbin
command=${1:?start or stop}
folder=$(readlink -f "${2:?a folder}")
owner=${3:-}
export SLURM_CONF=$folder/slurm.conf

start() {
  mkdir -p "$folder"/{munge,state,spool,log}
  chmod 755 "$folder"
  chmod 700 "$folder/munge"
  head -c 1024 /dev/urandom >"$folder/munge/key"
  chmod 400 "$folder/munge/key"
  # Ports that nobody has: several clusters may run side by side. Those from 32768 on are given out by the system.
  local port=$((20000 + 2 * ($$ % 6000))) host cpus
  while taken "$port" || taken $((port + 1)); do port=$((port + 2)); done
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
  for _ in $(seq 600); do
    if sinfo --noheader --format=%T 2>/dev/null | grep -q idle; then
      if [ -n "$owner" ]; then setsid "$0" watch "$folder" "$owner" >/dev/null 2>&1 </dev/null & fi
      exit 0
    fi
    sleep 0.2
  done
  tail -n 20 "$folder"/log/*.log >&2
  exit 1
}

taken() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A test that is itself killed leaves nobody else to end its cluster.
watch() {
  while [ -d "$folder" ] && kill -0 "$owner" 2>/dev/null; do sleep 1; done
  stop
}

stop() {
  local file process steps=() daemons=()
  for file in slurmd.pid slurmctld.pid munge/pid; do
    [ ! -e "$folder/$file" ] || daemons+=("$(<"$folder/$file")")
  done
  # Tasks of jobs that still run, and those who look after them, outlive slurmd; they are known by the configuration they were given.
  for file in /proc/[0-9]*/environ; do
    process=$(cut -d/ -f3 <<<"$file")
    [ "$process" != $$ ] && grep -qzx "SLURM_CONF=$SLURM_CONF" "$file" 2>/dev/null || continue
    steps+=("$process")
    process=$(awk '$1 == "PPid:" { print $2 }' "/proc/$process/status" 2>/dev/null) || continue
    ! grep -qx slurmstepd "/proc/$process/comm" 2>/dev/null || steps+=("$process")
  done
  [ ${#steps[@]} -eq 0 ] || kill -9 "${steps[@]}" 2>/dev/null || true
  [ ${#daemons[@]} -gt 0 ] || return 0
  kill "${daemons[@]}" 2>/dev/null || true
  for _ in $(seq 100); do
    { cat $(printf '/proc/%s/status ' "${daemons[@]}") 2>/dev/null || true; } | awk '$1 == "State:" && $2 != "Z" { lives = 1 } END { exit lives }' && return 0
    sleep 0.1
  done
  kill -9 "${daemons[@]}" 2>/dev/null || true
}

"$command"
