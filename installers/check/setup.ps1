# Tries the Windows installer as a user would:  setup.ps1 -New FOLDER [-Old FOLDER]
# Installs silently into a path with a space and a letter beyond ASCII, tests, upgrades from the version before, and removes.
param(
    [Parameter(Mandatory)][string]$New,
    [string]$Old = ""
)
$ErrorActionPreference = "Stop"
$place = Join-Path $env:TEMP "FDIWN Zoë"

function Find-Setup([string]$Folder) {
    if (-not $Folder) { return $null }
    Get-ChildItem -Path $Folder -Filter "*-setup.exe" -ErrorAction SilentlyContinue | Select-Object -First 1
}

function Invoke-Program([string]$Program, [string[]]$Arguments) {
    # The window's program has no console: only waiting for it tells how it ended.
    $process = Start-Process -FilePath $Program -ArgumentList $Arguments -Wait -PassThru
    if ($process.ExitCode -ne 0) { throw "$Program ended with exit code $($process.ExitCode)" }
}

function Install-Setup($Setup) {
    Write-Host "== installing $($Setup.Name)"
    Invoke-Program $Setup.FullName @(
        "/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART", "/CURRENTUSER", "/DIR=`"$place`"", "/LOG=`"$env:TEMP\setup.log`"")
}

function Test-Program {
    $env:QT_QPA_PLATFORM = "offscreen"
    Invoke-Program "$place\fdiwn-upscaler.exe" @("--self-test")
    & "$place\fdiwn.exe" --version
    if ($LASTEXITCODE -ne 0) { throw "fdiwn --version ended with exit code $LASTEXITCODE" }
    $key = "HKCU:\Software\Classes\.png\OpenWithProgids"
    if (-not ((Get-Item $key).GetValueNames() -contains "FdiwnUpscaler.Picture")) { throw "not offered for .png" }
}

function Remove-Program {
    Write-Host "== removing"
    Invoke-Program "$place\unins000.exe" @("/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART")
    # The uninstaller goes on from a copy of itself for a moment.
    for ($try = 0; (Test-Path $place) -and $try -lt 30; $try++) { Start-Sleep -Seconds 1 }
    if (Test-Path $place) { throw "left behind: $((Get-ChildItem -Recurse $place).FullName -join ', ')" }
    $key = Get-Item "HKCU:\Software\Classes\.png\OpenWithProgids" -ErrorAction SilentlyContinue
    if ($key -and ($key.GetValueNames() -contains "FdiwnUpscaler.Picture")) { throw "still offered for .png" }
}

$setup = Find-Setup $New
if (-not $setup) { throw "there is no installer in $New" }
Install-Setup $setup
Test-Program
Remove-Program

$before = Find-Setup $Old
if ($before) {
    Install-Setup $before
    Set-Content "$place\_internal\stale.txt" "of the version before"
    Install-Setup $setup
    if (Test-Path "$place\_internal\stale.txt") { throw "the upgrade left a file of the version before" }
    Test-Program
    Remove-Program
} else {
    Write-Host "== no version before: no upgrade to try"
}
Write-Host "== all well"
