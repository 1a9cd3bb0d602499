# Builds the Windows installer from a clean environment:  installers\windows\build.ps1 [-SkipFreeze] [-Sign "signtool ..."]
# Needs Python 3.11 (64 bit) and Inno Setup 6.3 or newer. Run in any folder.
param(
    [string]$Python = "python",
    [switch]$SkipFreeze,
    [string]$Sign = ""
)
$ErrorActionPreference = "Stop"
Set-Location (Resolve-Path "$PSScriptRoot\..\..")

function Invoke-Checked {
    # Native programs do not stop a script by themselves when they fail.
    param([string]$Program, [string[]]$Arguments)
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program $($Arguments -join ' ') ended with exit code $LASTEXITCODE" }
}

$iscc = (Get-Command iscc -ErrorAction SilentlyContinue).Source
if (-not $iscc) { $iscc = "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe" }
if (-not (Test-Path $iscc)) { throw "Inno Setup 6 is not installed" }

$env:PYTHONHASHSEED = "0"
$env:PYTHONUTF8 = "1"
if (-not $env:SOURCE_DATE_EPOCH) { $env:SOURCE_DATE_EPOCH = (git log -1 --format=%ct) }

$venv = "build\windows-venv"
if (-not $SkipFreeze) {
    Remove-Item -Recurse -Force $venv, "dist\fdiwn-upscaler" -ErrorAction SilentlyContinue
    Invoke-Checked $Python @("-m", "venv", $venv)
    $pip = @("-m", "pip", "install", "--disable-pip-version-check", "--prefer-binary")
    Invoke-Checked "$venv\Scripts\python.exe" ($pip + @("--require-hashes", "--requirement", "installers\requirements\windows.txt"))
    Invoke-Checked "$venv\Scripts\python.exe" ($pip + @("--no-deps", "."))
}
$run = "$venv\Scripts\python.exe"
Invoke-Checked $run @("-m", "installers.windows.product", "build\windows")
Invoke-Checked $run @("-m", "installers.icons", "build\icons")
if (-not $SkipFreeze) {
    Invoke-Checked $run @("-m", "installers.sbom.make_sbom", "--output", "build\sbom", "--resources")
    Invoke-Checked $run @("-m", "PyInstaller", "--noconfirm", "--clean", "installers\pyinstaller\app.spec")
}

$arguments = @("/Qp")
if ($Sign) { $arguments += @("/Ssign=$Sign `$f", "/DSign") }
Invoke-Checked $iscc ($arguments + "installers\windows\fdiwn-upscaler.iss")
Get-ChildItem dist\*-setup.exe | ForEach-Object {
    "{0}  {1}" -f (Get-FileHash $_ -Algorithm SHA256).Hash.ToLower(), $_.Name
}
