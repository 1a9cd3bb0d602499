; The Windows installer, for Inno Setup 6.3 or later. Names, version and file types are generated:
;     python -m installers.windows.product build/windows
;     python -m installers.icons build/icons
; and then, in the repository's root:  iscc installers\windows\fdiwn-upscaler.iss
; Silent:    setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /CURRENTUSER
; Uninstall: unins000.exe /VERYSILENT   (leaves settings and models)

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
en.RemoveData=Delete your settings, your list and the models you fetched as well?
de.RemoveData=Sollen auch Ihre Einstellungen, Ihre Liste und die geholten Modelle gelöscht werden?
fr.RemoveData=Supprimer aussi vos réglages, votre liste et les modèles récupérés ?
es.RemoveData=¿Eliminar también sus ajustes, su lista y los modelos descargados?
ja.RemoveData=設定、一覧、取得したモデルも削除しますか?

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

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
Filename: "{app}\{#WindowExe}"; Description: "{cm:LaunchProgram,{#AppName}}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
Type: filesandordirs; Name: "{app}\_internal"
Type: dirifempty; Name: "{app}"

[Code]
{ Nothing of a person's own is deleted without a yes; a silent uninstallation asks nothing. }
procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Data: String;
begin
  if (CurUninstallStep <> usPostUninstall) or UninstallSilent then
    exit;
  Data := ExpandConstant('{localappdata}\{#Distribution}');
  if DirExists(Data) then
    if MsgBox(CustomMessage('RemoveData'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
      DelTree(Data, True, True, True);
end;
