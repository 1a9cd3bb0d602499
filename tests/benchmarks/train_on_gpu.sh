#!/usr/bin/env bash
#
# Trains FDIWN at x2, x3 and x4 on a machine with an NVIDIA GPU, in one call and a given time.
# `train_on_gpu.sh --help` lists the options.
#
# First a short run from bicubic interpolation shows that all works: it must be finite and must
# learn. Then each scale is trained in two runs: most of its time on many small patches, the
# rest on larger ones at a low rate, so that the network knows the statistics of large regions.
# x2 gets 35 % of the time, x3 25 % and x4 40 %; what one run leaves, the others share.
#
# After every run OUTPUT holds its averaged weights, its log and its plot:
#
#   fdiwn-x2.safetensors, ...     the results (fdiwn-x2-main.safetensors: the first run's alone)
#   logs/                         log and plot of each run
#   summary.txt                   a line for each run
#   results.tar                   all of these in one file
#   runs/                         checkpoints and messages, for going on
#
# A call that was stopped goes on when it is repeated: finished runs are left out, the one that
# was cut short resumes at its last checkpoint, which is a minute old at most. Ctrl+C saves first.
#
# The interpreter is PYTHON, else .venv/bin/python, else python3. It needs torch, numpy,
# pillow, platformdirs, psutil, rich, safetensors and typer; fdiwn itself
# need not be installed.

set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd -- "$here/../.." && pwd)

usage() {
    cat <<'TEXT'
train_on_gpu.sh --data FOLDER --output FOLDER --minutes N [OPTION...]

  --data FOLDER        the photographs, or the parts that split_data.py has cut them into
  --output FOLDER      where results go, see the head of this file
  --minutes N          wall-clock time for x2, x3 and x4 together, the check included
  --photo-minutes N    more time, for x2 and x4 on camera-like pictures, from the plain results
  --start FOLDER       continue its fdiwn-x{2,3,4}.safetensors at half the rate; "none": from
                       bicubic interpolation, each scale from the one before (default:
                       resources/weights; a scale that is not there starts as with "none")
  --benchmark FOLDER   measure PSNR on its HR/, Set5 for instance
  --check-minutes N    length of the check (default: 1)
  --rehearse           FDIWN-M on tiny patches, on whatever device there is: tries this script
TEXT
}

fail() {
    printf 'train_on_gpu.sh: %s\n' "$1" >&2
    exit "${2:-1}"
}

seconds() { awk -v minutes="$1" 'BEGIN { printf "%d", 60 * minutes }'; }
minutes() { awk -v seconds="$1" 'BEGIN { printf "%.3f", seconds / 60 }'; }

# --- What is asked for ---------------------------------------------------------------------------

data='' output='' total='' photo=0 start=$root/resources/weights benchmark='' check=1
rehearse=''
while (($#)); do
    case $1 in
        --help) usage && exit 0 ;;
        --rehearse) rehearse=yes && shift && continue ;;
        --data | --output | --minutes | --photo-minutes | --start | --benchmark | --check-minutes) ;;
        *) usage >&2 && fail "there is no option $1" 2 ;;
    esac
    (($# > 1)) || fail "$1 needs a value" 2
    case $1 in
        --data) data=$2 ;;
        --output) output=$2 ;;
        --minutes) total=$2 ;;
        --photo-minutes) photo=$2 ;;
        --start) start=$2 ;;
        --benchmark) benchmark=$2 ;;
        --check-minutes) check=$2 ;;
    esac
    shift 2
done
[[ $data && $output && $total ]] || { usage >&2 && fail "--data, --output and --minutes are needed" 2; }
[[ -d $data ]] || fail "there is no folder $data"
[[ $start == none || -d $start ]] || fail "there is no folder $start"
for number in "$total" "$photo" "$check"; do
    [[ $number =~ ^[0-9]+(\.[0-9]+)?$ ]] || fail "$number is not a number of minutes" 2
done

# --- How it is trained ---------------------------------------------------------------------------

model=fdiwn
least=20 # seconds; a shorter run is not worth its start
options=(--network FDIWN --device cuda --ema 0.999 --warmup 50 --save-minutes 1)
small=(--patch 48 --batch 64)
large=(--patch 96 --batch 16) # as many pixels
new_rate=1e-3 next_rate=5e-4 last_rate=2e-4
if [[ $rehearse ]]; then
    model=fdiwn-m least=2
    options=(--network FDIWN-M --device auto --ema 0.9 --warmup 2 --save-minutes 0.2)
    small=(--patch 12 --batch 2)
    large=(--patch 16 --batch 1)
fi
[[ $benchmark ]] && options+=(--validation "$benchmark")

# Runs and their shares of the time, in parts of 10,000.
plain=(x2-main:2625 x2-final:875 x3-main:1875 x3-final:625 x4-main:3000 x4-final:1000)
camera=(x2-photo:4500 x4-photo:5500)

mkdir -p "$output/logs" "$output/runs"
output=$(cd -- "$output" && pwd)
export PYTHONPATH=$root${PYTHONPATH:+:$PYTHONPATH}
export TORCHINDUCTOR_CACHE_DIR=$output/runs/compiled # the next run, the next call need not wait
python=${PYTHON:-$root/.venv/bin/python}
[[ ${PYTHON:-} || -x $python ]] || python=python3
command -v "$python" >/dev/null || fail "there is no Python at $python: set PYTHON"

inspect() { "$python" "$here/inspect_run.py" "$@"; }

# --- One run -------------------------------------------------------------------------------------

overhead=20 # seconds a run takes beyond its training; the last one's, at first a guess

# train NAME SECONDS OPTION...: `fdiwn train` at the scale NAME begins with, for so long.
train() {
    local name=$1 time=$2 run=$output/runs/$model-$1 begun=$SECONDS trained=0 code=0
    local -a resume=()
    shift 2
    if [[ -e $run/checkpoint.pt ]]; then
        trained=$(inspect trained "$run") || fail "remove $run to begin this run anew"
        resume=(--resume)
    else
        rm -rf -- "$run"
        mkdir -p "$run"
    fi
    echo "$name: $(minutes "$time") minutes${resume:+, resumed}; details in $run/output.txt"
    "$python" -m fdiwn train "$data" -o "$run" --scale "${name:1:1}" \
        --minutes "$(minutes $((trained + time)))" "${options[@]}" "${resume[@]}" "$@" \
        >>"$run/output.txt" 2>&1 || code=$?
    if ((code == 130)); then
        fail "stopped in $name; the same call goes on from here" 130
    elif ((code)); then
        tail -n 20 "$run/output.txt" >&2
        fail "$name has failed"
    fi
    overhead=$((SECONDS - begun - time))
    ((overhead > 0)) || overhead=0
    cp "$run/log.jsonl" "$output/logs/$model-$name.jsonl"
    cp "$run/loss.png" "$output/logs/$model-$name.png"
}

# result NAME: the file that the run NAME leaves in OUTPUT.
result() {
    case $1 in
        *-main) echo "$output/$model-$1.safetensors" ;;
        *-photo) echo "$output/$model-photo-${1%-photo}.safetensors" ;;
        *) echo "$output/$model-${1%-final}.safetensors" ;;
    esac
}

# is_done NAME: whether there is nothing left to do for it.
is_done() { [[ -e $(result "$1") || ($1 == *-main && -e $(result "${1%-main}-final")) ]]; }

# keep NAME: the run's result into OUTPUT, whole or not at all, and a line on it.
keep() {
    local name=$1 scale=${1%-*} target line
    target=$(result "$name")
    line="$(basename "$target" .safetensors): $(inspect summary "$output/runs/$model-$name")"
    echo "$line" | tee -a "$output/summary.txt"
    cp "$output/runs/$model-$name/$model-$scale.safetensors" "$target.part"
    mv "$target.part" "$target"
    [[ $name == *-final ]] && rm -f "$(result "$scale-main")"
    (
        cd "$output"
        tar -cf results.tar.part -- *.safetensors logs summary.txt
        mv results.tar.part results.tar
    )
}

# time_for NAME RUN...: seconds of training for NAME, its share of what the RUNs (name:share) that
# are not done yet have left for training; 0 if the time is over.
time_for() {
    local name=$1 part=0 sum=0 count=0 time run
    shift
    for run in "$@"; do
        is_done "${run%:*}" && continue
        sum=$((sum + ${run#*:})) count=$((count + 1))
        [[ ${run%:*} == "$name" ]] && part=${run#*:}
    done
    time=$(((deadline - SECONDS - count * overhead) * part / sum))
    ((time >= least)) || time=$least
    ((SECONDS + overhead + time <= deadline)) || time=0
    echo "$time"
}

# source_of NAME: the weights that the run NAME starts from; nothing for bicubic interpolation.
source_of() {
    local scale=${1%-*} before
    case $1 in
        *-final) result "$scale-main" ;;
        *-photo) result "$scale-final" ;;
        *)
            before=$(result "x$((${scale#x} - 1))-final")
            if [[ -e $start/$model-$scale.safetensors ]]; then
                echo "$start/$model-$scale.safetensors"
            elif [[ -e $before ]]; then
                echo "$before"
            fi
            ;;
    esac
}

# train_all RUN...: those of them that are not done, in this order, until the deadline.
train_all() {
    local run name source time
    local -a how
    for run in "$@"; do
        name=${run%:*}
        if is_done "$name"; then
            echo "$name: done before"
            continue
        fi
        time=$(time_for "$name" "$@")
        ((time)) || fail "no time is left for $name; another call goes on from here" 3
        source=$(source_of "$name")
        case $name in
            *-final) how=("${large[@]}" --learning-rate "$last_rate") ;;
            *-photo) how=("${small[@]}" --learning-rate "$next_rate" --degradation photo) ;;
            *)
                how=("${small[@]}" --learning-rate "$new_rate")
                [[ $source == "$start"/* ]] && how=("${small[@]}" --learning-rate "$next_rate")
                ;;
        esac
        [[ $source ]] && how+=(--from "$source")
        echo "$name starts from ${source:-bicubic interpolation}"
        train "$name" "$time" "${how[@]}"
        keep "$name"
    done
}

# --- The session ---------------------------------------------------------------------------------

if compgen -G "$data/part-*.tar" >/dev/null; then
    rm -rf -- "$output/runs/data"
    "$python" "$here/split_data.py" join "$data" "$output/runs/data"
    data=$output/runs/data
fi

if [[ -e $output/logs/$model-x2-check.png ]]; then
    echo "x2-check: done before"
else
    for attempt in 1 2; do
        rm -rf -- "$output/runs/$model-x2-check"
        train x2-check "$(seconds "$check")" "${small[@]}" --learning-rate "$new_rate"
        code=0
        inspect falls "$output/runs/$model-x2-check" || code=$?
        ((code)) || break
        rm -f "$output/logs/$model-x2-check.png" # it marks the check as passed
        # The first attempt may have spent its time on compiling; the second need not.
        ((code == 3 && attempt == 1)) || fail "the check has failed"
    done
fi

deadline=$(seconds "$total")
train_all "${plain[@]}"
if [[ $photo != 0 ]]; then
    deadline=$((SECONDS + $(seconds "$photo")))
    train_all "${camera[@]}"
fi
echo "all done:" && cat "$output/summary.txt"
