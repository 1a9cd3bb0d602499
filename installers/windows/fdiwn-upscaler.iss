; The Windows installer, for Inno Setup 6.3 or later. Names, version and file types are generated:
;     python -m installers.windows.product build/windows
;     python -m installers.icons build/icons
; and then, in the repository's root:  iscc installers\windows\fdiwn-upscaler.iss
; Silent:    setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /CURRENTUSER [/TASKS=gpupack]
; Uninstall: unins000.exe /VERYSILENT   (leaves settings, models and the GPU pack)

#define Root AddBackslash(SourcePath) + "..\.."
#include Root + "\build\windows\product.iss"

[Setup]
AppId={{#AppGuid}
AppName={#AppName}
AppVersion={#AppVersion}
AppVerName={#AppName} {#AppVersion}
AppPublisher={#AppPublisher}
AppComments={#AppDescription}
VersionInfoVersion={#AppNumbers}
VersionInfoDescription={#AppName} Setup
DefaultDirName={autopf}\{#AppName}
; For this user, without asking for rights; all users by choice or /ALLUSERS.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
DisableProgramGroupPage=yes
DisableWelcomePage=no
LicenseFile={#Root}\LICENSE
ChangesAssociations=yes
; An open window is asked to close, so that its files can be replaced.
CloseApplications=yes
CloseApplicationsFilter={#WindowExe},{#CommandExe},*.dll,*.pyd
RestartApplications=no
SetupMutex={#Distribution}-setup
SetupLogging=yes
SetupIconFile={#Root}\build\icons\{#Distribution}.ico
UninstallDisplayIcon={app}\{#WindowExe}
UninstallDisplayName={#AppName}
WizardStyle=modern
Compression=lzma2/max
SolidCompression=yes
LZMAUseSeparateProcess=yes
OutputDir={#Root}\dist
OutputBaseFilename={#Distribution}-{#AppVersion}-windows-x64-setup
#ifdef Sign
; iscc "/Ssign=signtool sign ... $f" /DSign
SignTool=sign
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[CustomMessages]
en.GpuPack=Download the GPU pack afterwards (experimental, %1 GB)
de.GpuPack=Danach das GPU-Paket herunterladen (experimentell, %1 GB)
fr.GpuPack=Télécharger ensuite le pack GPU (expérimental, %1 Go)
es.GpuPack=Descargar después el paquete de GPU (experimental, %1 GB)
ja.GpuPack=続けて GPU パックをダウンロードする（試験的、%1 GB）
en.GpuPackGroup=NVIDIA graphics:
de.GpuPackGroup=NVIDIA-Grafik:
fr.GpuPackGroup=Carte graphique NVIDIA :
es.GpuPackGroup=Gráficos NVIDIA:
ja.GpuPackGroup=NVIDIA グラフィックス:
en.GpuPackRunning=Downloading and testing the GPU pack. This can take a while.
de.GpuPackRunning=Das GPU-Paket wird heruntergeladen und geprüft. Das kann dauern.
fr.GpuPackRunning=Téléchargement et test du pack GPU. Cela peut durer.
es.GpuPackRunning=Se descarga y se prueba el paquete de GPU. Puede tardar.
ja.GpuPackRunning=GPU パックをダウンロードしてテストしています。時間がかかることがあります。
en.RemoveGpuPack=Delete the GPU pack as well?
de.RemoveGpuPack=Soll auch das GPU-Paket gelöscht werden?
fr.RemoveGpuPack=Supprimer aussi le pack GPU ?
es.RemoveGpuPack=¿Eliminar también el paquete de GPU?
ja.RemoveGpuPack=GPU パックも削除しますか?
en.RemoveData=Delete your settings, your list and the models you fetched as well?
de.RemoveData=Sollen auch Ihre Einstellungen, Ihre Liste und die geholten Modelle gelöscht werden?
fr.RemoveData=Supprimer aussi vos réglages, votre liste et les modèles récupérés ?
es.RemoveData=¿Eliminar también sus ajustes, su lista y los modelos descargados?
ja.RemoveData=設定、一覧、取得したモデルも削除しますか?

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
#ifdef GpuPackGigabytes
Name: "gpupack"; Description: "{cm:GpuPack,{#GpuPackGigabytes}}"; GroupDescription: "{cm:GpuPackGroup}"; Flags: unchecked; Check: HasNvidiaDriver
#endif

[InstallDelete]
; In-place upgrade: modules of the version before must not be found by this one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\{#Distribution}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#AppName}"; Filename: "{app}\{#WindowExe}"; AppUserModelID: "{#AppId}"
Name: "{autodesktop}\{#AppName}"; Filename: "{app}\{#WindowExe}"; AppUserModelID: "{#AppId}"; Tasks: desktopicon

[Registry]
#include Root + "\build\windows\associations.iss"

[Run]
#ifdef GpuPackGigabytes
Filename: "{app}\{#CommandExe}"; Parameters: "gpu-pack install"; StatusMsg: "{cm:GpuPackRunning}"; Tasks: gpupack; Flags: runasoriginaluser
#endif
Filename: "{app}\{#WindowExe}"; Description: "{cm:LaunchProgram,{#AppName}}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
Type: filesandordirs; Name: "{app}\_internal"
Type: dirifempty; Name: "{app}"

[Code]
function HasNvidiaDriver: Boolean;
begin
  Result := FileExists(ExpandConstant('{sys}\nvcuda.dll'));
end;

{ Nothing of a person's own is deleted without a yes; a silent uninstallation asks nothing. }
procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Data: String;
begin
  if (CurUninstallStep <> usPostUninstall) or UninstallSilent then
    exit;
  Data := ExpandConstant('{localappdata}\{#Distribution}');
  if DirExists(Data + '\gpu') then
    if MsgBox(CustomMessage('RemoveGpuPack'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
      DelTree(Data + '\gpu', True, True, True);
  if DirExists(Data) then
    if MsgBox(CustomMessage('RemoveData'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
      DelTree(Data, True, True, True);
end;
