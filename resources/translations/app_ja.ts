<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About {0}</source>
            <translation>{0} について</translation>
        </message>
        <message>
            <source>&amp;Program</source>
            <translation>プログラム(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Licences</source>
            <translation>ライセンス(&amp;L)</translation>
        </message>
        <message>
            <source>Cite the P&amp;aper</source>
            <translation>論文の引用(&amp;A)</translation>
        </message>
        <message>
            <source>Citation as BibTeX</source>
            <translation>BibTeX 形式の引用</translation>
        </message>
        <message>
            <source>&amp;Copy BibTeX</source>
            <translation>BibTeX をコピー(&amp;C)</translation>
        </message>
        <message>
            <source>If this program helped your work, please cite:</source>
            <translation>このプログラムがお役に立ちましたら、次を引用してください：</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Open pictures</source>
            <translation>画像を開く</translation>
        </message>
        <message>
            <source>Pictures ({0});;All files (*)</source>
            <translation>画像 ({0});;すべてのファイル (*)</translation>
        </message>
        <message>
            <source>Open a folder</source>
            <translation>フォルダーを開く</translation>
        </message>
        <message>
            <source>Left out, not readable as pictures: {0}. Choose JPEG, PNG, TIFF, WebP or AVIF.</source>
            <translation>画像として読めないため除外しました：{0}。JPEG、PNG、TIFF、WebP、AVIF を選んでください。</translation>
        </message>
        <message>
            <source>No pictures in: {0}. Choose another folder.</source>
            <translation>画像がありません：{0}。別のフォルダーを選んでください。</translation>
        </message>
        <message>
            <source>Save the enlarged picture</source>
            <translation>拡大した画像を保存する</translation>
        </message>
        <message>
            <source>Save all into a folder</source>
            <translation>すべてをフォルダーに保存</translation>
        </message>
        <message>
            <source>There is no model to fetch for this scale. Import one instead.</source>
            <translation>この倍率で取得できるモデルはありません。代わりにインポートしてください。</translation>
        </message>
        <message>
            <source>Import a model</source>
            <translation>モデルをインポート</translation>
        </message>
        <message>
            <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
            <translation>モデル (*.safetensors *.pt *.pth);;すべてのファイル (*)</translation>
        </message>
        <message>
            <source>Importing {0}…</source>
            <translation>{0} をインポート中…</translation>
        </message>
        <message>
            <source>Pictures are still being enlarged. Stop and quit?</source>
            <translation>画像をまだ拡大中です。中止して終了しますか？</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>終了</translation>
        </message>
        <message>
            <source>Enlarged, but not saved yet: {0}. Quit without saving?</source>
            <translation>拡大済みで未保存：{0}。保存せずに終了しますか？</translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>Picture</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>Drag to move, wheel to zoom, arrow keys to move</source>
            <translation>ドラッグまたは矢印キーで移動、ホイールで拡大縮小</translation>
        </message>
    </context>
    <context>
        <name>DragHandle</name>
        <message>
            <source>Drag Out</source>
            <translation>ドラッグで渡す</translation>
        </message>
        <message>
            <source>Drag the result into another program</source>
            <translation>結果を別のプログラムへドラッグ</translation>
        </message>
        <message>
            <source>Drag the result into another program or a folder; click to copy it</source>
            <translation>結果を別のプログラムやフォルダーへドラッグ。クリックでコピー</translation>
        </message>
        <message>
            <source>Preparing the file…</source>
            <translation>ファイルを準備中…</translation>
        </message>
        <message>
            <source>The file is still being prepared. Drag again in a moment.</source>
            <translation>ファイルはまだ準備中です。少し待ってもう一度ドラッグしてください。</translation>
        </message>
    </context>
    <context>
        <name>DropFrame</name>
        <message>
            <source>Drop to open</source>
            <translation>ドロップして開く</translation>
        </message>
    </context>
    <context>
        <name>EmptyView</name>
        <message>
            <source>Drop photographs here or open them</source>
            <translation>写真をここにドロップするか、開いてください</translation>
        </message>
        <message>
            <source>Files, whole folders, or a picture pasted from another program.
JPEG, PNG, TIFF, WebP, AVIF, HEIC, PSD and cameras' raw files.
You compare first; nothing is saved until you say so, and nothing is sent.</source>
            <translation>ファイル、フォルダー全体、ほかのプログラムから貼り付けた画像。
JPEG、PNG、TIFF、WebP、AVIF、HEIC、PSD、カメラの RAW。
まず比較できます。指示するまで何も保存されず、何も送信されません。</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>開く…</translation>
        </message>
        <message>
            <source>Try the sample picture</source>
            <translation>サンプル画像で試す</translation>
        </message>
    </context>
    <context>
        <name>FaultSink</name>
        <message>
            <source>Something went wrong inside {0}.</source>
            <translation>{0} の内部で問題が起きました。</translation>
        </message>
        <message>
            <source>Your files are unharmed, and you can probably go on. The details are in the log file {0}.</source>
            <translation>ファイルは無事で、おそらくそのまま続けられます。詳細はログファイル {0} にあります。</translation>
        </message>
        <message>
            <source>&amp;Copy Report</source>
            <translation>報告をコピー(&amp;C)</translation>
        </message>
        <message>
            <source>With the details and this system, to send to somebody who helps</source>
            <translation>詳細とシステム情報を含みます。助けてくれる人に送るためのものです</translation>
        </message>
    </context>
    <context>
        <name>FetchDialog</name>
        <message>
            <source>Fetch a model</source>
            <translation>モデルを取得</translation>
        </message>
        <message>
            <source>{0}, for enlarging {1}×</source>
            <translation>{0}、{1}× 拡大用</translation>
        </message>
        <message>
            <source>Download</source>
            <translation>ダウンロード</translation>
        </message>
        <message>
            <source>From</source>
            <translation>取得元</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>ライセンス</translation>
        </message>
        <message>
            <source>The weights are not part of this program. Their authors gave them no licence: whether you may use them, above all commercially, is for you to judge.</source>
            <translation>この重みはプログラムの一部ではありません。作者はライセンスを与えていないため、使用してよいか、特に商用で使えるかは、ご自身でご判断ください。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Saved {0}</source>
            <translation>保存しました：{0}</translation>
        </message>
        <message>
            <source>The model {0} is ready to use.</source>
            <translation>モデル {0} を使えます。</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Message</source>
            <translation>メッセージ</translation>
        </message>
        <message>
            <source>Dismiss the message</source>
            <translation>メッセージを閉じる</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>閉じる</translation>
        </message>
    </context>
    <context>
        <name>OptionsPanel</name>
        <message>
            <source>Model</source>
            <translation>モデル</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>進み具合</translation>
        </message>
        <message>
            <source>Upscale</source>
            <translation>アップスケール</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>中止しています…</translation>
        </message>
        <message>
            <source>Tile {0} of {1}</source>
            <translation>タイル {0} / {1}</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>処理中…</translation>
        </message>
        <message>
            <source>{0} waiting</source>
            <translation>{0}待機中</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>倍率</translation>
        </message>
        <message>
            <source>Enlarge {0} times</source>
            <translation>{0} 倍に拡大</translation>
        </message>
        <message>
            <source>Upscale {0}</source>
            <translation>{0}をアップスケール</translation>
        </message>
        <message>
            <source>By {0}</source>
            <translation>作者：{0}</translation>
        </message>
        <message>
            <source>{0:.2f} dB on {1}</source>
            <translation>{0:.2f} dB（{1}）</translation>
        </message>
        <message>
            <source>PSNR-Y: {0}.</source>
            <translation>PSNR-Y：{0}。</translation>
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Preferences</source>
            <translation>環境設定</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>システムに従う</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>ライト</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>ダーク</translation>
        </message>
        <message>
            <source>The language changes when the program starts again.</source>
            <translation>言語はプログラムを次に起動したときに変わります。</translation>
        </message>
        <message>
            <source>&amp;Notify me when a long run has ended</source>
            <translation>長い処理の終了を通知する(&amp;N)</translation>
        </message>
        <message>
            <source>Only while you work in another window</source>
            <translation>別のウィンドウで作業しているときだけ</translation>
        </message>
        <message>
            <source>Let &amp;other programs go first</source>
            <translation>ほかのプログラムを優先する(&amp;O)</translation>
        </message>
        <message>
            <source>Enlarging steps back when others need the processor; from the next start on</source>
            <translation>ほかがプロセッサーを必要とするときは拡大が譲ります。次回の起動から有効です</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>テーマ(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>言語(&amp;L)</translation>
        </message>
    </context>
    <context>
        <name>QueueView</name>
        <message>
            <source>Pictures</source>
            <translation>画像</translation>
        </message>
    </context>
    <context>
        <name>RecentMenu</name>
        <message>
            <source>Open &amp;Recent</source>
            <translation>最近使った項目(&amp;R)</translation>
        </message>
        <message>
            <source>Nothing opened yet</source>
            <translation>まだ何も開いていません</translation>
        </message>
        <message>
            <source>&amp;Clear This List</source>
            <translation>このリストを消去(&amp;C)</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>The result could not be copied: its file is gone. Enlarge it again.</source>
            <translation>結果をコピーできませんでした：ファイルがなくなっています。もう一度拡大してください。</translation>
        </message>
        <message>
            <source>Copied. Paste it into your message.</source>
            <translation>コピーしました。メッセージに貼り付けてください。</translation>
        </message>
        <message>
            <source>A report is in the clipboard, with the end of the log. Paste it into a message, say what happened, and read it through: nothing has been sent.</source>
            <translation>ログの末尾を含む報告がクリップボードにあります。メッセージに貼り付け、何が起きたかを書き、内容を確かめてください。何も送信されていません。</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Keyboard Shortcuts</source>
            <translation>キーボードショートカット</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>動作</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>キー</translation>
        </message>
        <message>
            <source>In the picture</source>
            <translation>画像の中で</translation>
        </message>
    </context>
    <context>
        <name>SplitHandle</name>
        <message>
            <source>Split between bicubic and FDIWN</source>
            <translation>バイキュービックと FDIWN の境目</translation>
        </message>
        <message>
            <source>Drag, or use the arrow keys. Double click: middle.</source>
            <translation>ドラッグまたは矢印キー。ダブルクリックで中央。</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>About the picture</source>
            <translation>画像について</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>ズーム</translation>
        </message>
    </context>
    <context>
        <name>_MissingModel</name>
        <message>
            <source>Fetch…</source>
            <translation>取得…</translation>
        </message>
        <message>
            <source>Download the paper's model; you see the terms first</source>
            <translation>論文のモデルをダウンロードします。先に条件が表示されます</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>インポート…</translation>
        </message>
        <message>
            <source>Use a model file you have</source>
            <translation>お持ちのモデルファイルを使う</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer yet. Fetch the one of the paper, or import a file you have.</source>
            <translation>このコンピューターには {0}× のモデルがまだありません。論文のモデルを取得するか、お持ちのファイルをインポートしてください。</translation>
        </message>
    </context>
    <context>
        <name>about</name>
        <message>
            <source>Version {0}</source>
            <translation>バージョン {0}</translation>
        </message>
        <message>
            <source>Enlarges photographs two, three and four times, and to any size from there, with a small neural network. All of it happens on this computer; the program uses the network only when you ask it to fetch a model.</source>
            <translation>写真を小さなニューラルネットワークで 2 倍、3 倍、4 倍に、さらに任意の大きさに拡大します。処理はすべてこのコンピューターで行われ、ネットワークを使うのはモデルの取得を指示したときだけです。</translation>
        </message>
        <message>
            <source>It does not sharpen what is blurred, remove the marks of strong compression or restore faces.</source>
            <translation>ぼけを鋭くしたり、強い圧縮の跡を消したり、顔を復元したりはしません。</translation>
        </message>
        <message>
            <source>The network: {0}</source>
            <translation>ネットワーク：{0}</translation>
        </message>
        <message>
            <source>{0} is free software under the Apache License 2.0. Qt, Qt for Python and libvips are used under the LGPL: they are libraries of their own beside the program, and you may replace them with versions you have changed. Their source is at download.qt.io and github.com/libvips.</source>
            <translation>{0} は Apache License 2.0 の自由ソフトウェアです。Qt、Qt for Python、libvips は LGPL の下で使用しています。これらはプログラムとは別のライブラリーで、変更した版に置き換えられます。ソースは download.qt.io と github.com/libvips にあります。</translation>
        </message>
        <message>
            <source>Parts and their licences</source>
            <translation>構成要素とライセンス</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>構成要素</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>バージョン</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>ライセンス</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;Open…</source>
            <translation>開く(&amp;O)…</translation>
        </message>
        <message>
            <source>Open pictures</source>
            <translation>画像を開く</translation>
        </message>
        <message>
            <source>Open &amp;Folder…</source>
            <translation>フォルダーを開く(&amp;F)…</translation>
        </message>
        <message>
            <source>Open every picture in a folder</source>
            <translation>フォルダー内のすべての画像を開く</translation>
        </message>
        <message>
            <source>&amp;Save…</source>
            <translation>保存(&amp;S)…</translation>
        </message>
        <message>
            <source>Save the enlarged picture</source>
            <translation>拡大した画像を保存する</translation>
        </message>
        <message>
            <source>Save &amp;All…</source>
            <translation>すべて保存(&amp;A)…</translation>
        </message>
        <message>
            <source>Save all enlarged pictures into one folder</source>
            <translation>拡大した画像をすべて一つのフォルダーに保存する</translation>
        </message>
        <message>
            <source>&amp;Remove from List</source>
            <translation>リストから外す(&amp;R)</translation>
        </message>
        <message>
            <source>The file itself stays</source>
            <translation>ファイル自体は残ります</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>終了(&amp;Q)</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation>ウィンドウを閉じる</translation>
        </message>
        <message>
            <source>&amp;Upscale</source>
            <translation>アップスケール(&amp;U)</translation>
        </message>
        <message>
            <source>Enlarge what is open</source>
            <translation>開いている画像を拡大する</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>キャンセル(&amp;C)</translation>
        </message>
        <message>
            <source>Stop enlarging</source>
            <translation>拡大を中止する</translation>
        </message>
        <message>
            <source>&amp;Fit</source>
            <translation>全体を表示(&amp;F)</translation>
        </message>
        <message>
            <source>Show the whole picture</source>
            <translation>画像全体を表示する</translation>
        </message>
        <message>
            <source>&amp;1:1</source>
            <translation>&amp;1:1</translation>
        </message>
        <message>
            <source>One pixel of the result on one pixel of the screen</source>
            <translation>結果の 1 ピクセルを画面の 1 ピクセルに表示する</translation>
        </message>
        <message>
            <source>Zoom &amp;In</source>
            <translation>表示を拡大(&amp;I)</translation>
        </message>
        <message>
            <source>Show the picture larger</source>
            <translation>画像を大きく表示する</translation>
        </message>
        <message>
            <source>Zoom &amp;Out</source>
            <translation>表示を縮小(&amp;O)</translation>
        </message>
        <message>
            <source>Show the picture smaller</source>
            <translation>画像を小さく表示する</translation>
        </message>
        <message>
            <source>&amp;About {0}</source>
            <translation>{0} について(&amp;A)</translation>
        </message>
        <message>
            <source>Version, licence and paper</source>
            <translation>バージョン、ライセンス、論文</translation>
        </message>
    </context>
    <context>
        <name>incoming</name>
        <message>
            <source>{0} is on another computer, and this program fetches nothing by itself. Save the picture in your browser, then drop the file here.</source>
            <translation>{0} は別のコンピューターにあり、このプログラムは自分では何も取得しません。ブラウザーで画像を保存し、そのファイルをここにドロップしてください。</translation>
        </message>
        <message>
            <source>There is no picture to paste. Copy a picture, or picture files in your file manager, and paste again.</source>
            <translation>貼り付ける画像がありません。画像、またはファイルマネージャーで画像ファイルをコピーして、もう一度貼り付けてください。</translation>
        </message>
        <message>
            <source>The pasted picture could not be kept in {0}: {1}. Save it as a file and open that.</source>
            <translation>貼り付けた画像を {0} に保存できませんでした：{1}。ファイルとして保存し、それを開いてください。</translation>
        </message>
    </context>
    <context>
        <name>menu_bar</name>
        <message>
            <source>Menus</source>
            <translation>メニュー</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>ファイル(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>編集(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>表示(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation>キュー(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>ヘルプ(&amp;H)</translation>
        </message>
    </context>
    <context>
        <name>outgoing</name>
        <message>
            <source>The result is too large for the clipboard. Save it, then it can be copied as a file.</source>
            <translation>結果が大きすぎてクリップボードに入りません。保存すればファイルとしてコピーできます。</translation>
        </message>
        <message>
            <source>Copied as a file; as a picture it is too large for the clipboard.</source>
            <translation>ファイルとしてコピーしました。画像としてはクリップボードには大きすぎます。</translation>
        </message>
        <message>
            <source>Copied, as a picture and as a file.</source>
            <translation>画像とファイルとしてコピーしました。</translation>
        </message>
        <message>
            <source>Copied as a picture.</source>
            <translation>画像としてコピーしました。</translation>
        </message>
    </context>
    <context>
        <name>picture</name>
        <message>
            <source>The picture cannot be shown: its file is gone</source>
            <translation>画像を表示できません：ファイルがなくなっています</translation>
        </message>
        <message>
            <source>Bicubic</source>
            <translation>バイキュービック</translation>
        </message>
        <message>
            <source>FDIWN</source>
            <translation>FDIWN</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>元画像</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>開いています…</translation>
        </message>
    </context>
    <context>
        <name>run_watch</name>
        <message>
            <source>Enlarging pictures</source>
            <translation>画像を拡大しています</translation>
        </message>
        <message>
            <source>Enlarged: {0}.</source>
            <translation>拡大しました：{0}。</translation>
        </message>
        <message>
            <source>Failed: {0}.</source>
            <translation>失敗：{0}。</translation>
        </message>
        <message>
            <source>The run has ended.</source>
            <translation>処理が終わりました。</translation>
        </message>
    </context>
    <context>
        <name>shell_actions</name>
        <message>
            <source>&amp;Paste</source>
            <translation>貼り付け(&amp;P)</translation>
        </message>
        <message>
            <source>Open pictures or files from the clipboard</source>
            <translation>クリップボードの画像やファイルを開く</translation>
        </message>
        <message>
            <source>&amp;Copy Result</source>
            <translation>結果をコピー(&amp;C)</translation>
        </message>
        <message>
            <source>Copy the enlarged picture to the clipboard</source>
            <translation>拡大した画像をクリップボードにコピーする</translation>
        </message>
        <message>
            <source>Show in Fol&amp;der</source>
            <translation>フォルダーに表示(&amp;D)</translation>
        </message>
        <message>
            <source>Show the saved result, or else the original, in the file manager</source>
            <translation>保存した結果、なければ元画像をファイルマネージャーに表示する</translation>
        </message>
        <message>
            <source>Pr&amp;eferences…</source>
            <translation>環境設定(&amp;E)…</translation>
        </message>
        <message>
            <source>Theme, language and manners</source>
            <translation>テーマ、言語、動作</translation>
        </message>
        <message>
            <source>Full &amp;Screen</source>
            <translation>全画面表示(&amp;S)</translation>
        </message>
        <message>
            <source>Use the whole screen</source>
            <translation>画面全体を使う</translation>
        </message>
        <message>
            <source>&amp;Keyboard Shortcuts</source>
            <translation>キーボードショートカット(&amp;K)</translation>
        </message>
        <message>
            <source>All keys on one page</source>
            <translation>すべてのキーを 1 ページに</translation>
        </message>
        <message>
            <source>Open &amp;Log Folder</source>
            <translation>ログフォルダーを開く(&amp;L)</translation>
        </message>
        <message>
            <source>What the program noted down</source>
            <translation>プログラムの記録</translation>
        </message>
        <message>
            <source>Copy &amp;System Information</source>
            <translation>システム情報をコピー(&amp;S)</translation>
        </message>
        <message>
            <source>Versions and hardware, as text for a message to somebody who helps</source>
            <translation>バージョンとハードウェア。助けてくれる人へのメッセージ用のテキスト</translation>
        </message>
        <message>
            <source>&amp;Report a Problem</source>
            <translation>問題を報告(&amp;R)</translation>
        </message>
        <message>
            <source>Copies a report for you to send; the program sends nothing</source>
            <translation>送信用の報告をコピーします。プログラムは何も送りません</translation>
        </message>
        <message>
            <source>About &amp;Qt</source>
            <translation>Qt について(&amp;Q)</translation>
        </message>
        <message>
            <source>The toolkit this window is made with</source>
            <translation>このウィンドウを作っているツールキット</translation>
        </message>
    </context>
    <context>
        <name>shortcuts</name>
        <message>
            <source>Move the picture</source>
            <translation>画像を動かす</translation>
        </message>
        <message>
            <source>Arrow keys, or drag</source>
            <translation>矢印キー、またはドラッグ</translation>
        </message>
        <message>
            <source>Zoom at the cursor</source>
            <translation>カーソル位置で拡大縮小</translation>
        </message>
        <message>
            <source>Mouse wheel</source>
            <translation>マウスホイール</translation>
        </message>
        <message>
            <source>Fit, and back to 1:1</source>
            <translation>全体表示と 1:1 の切り替え</translation>
        </message>
        <message>
            <source>Double click</source>
            <translation>ダブルクリック</translation>
        </message>
        <message>
            <source>Next control, previous control</source>
            <translation>次の項目、前の項目</translation>
        </message>
        <message>
            <source>Tab, Shift+Tab</source>
            <translation>Tab、Shift+Tab</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation>
                <numerusform>%n 枚の画像</numerusform>
            </translation>
        </message>
        <message>
            <source>a few seconds left</source>
            <translation>残り数秒</translation>
        </message>
        <message>
            <source>about {0} s left</source>
            <translation>残り約 {0} 秒</translation>
        </message>
        <message>
            <source>about {0} min left</source>
            <translation>残り約 {0} 分</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>保存中…</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>中止しています…</translation>
        </message>
        <message>
            <source>Enlarging… {0} %</source>
            <translation>拡大中… {0} %</translation>
        </message>
        <message>
            <source>Enlarging…</source>
            <translation>拡大中…</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失敗</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>保存済み</translation>
        </message>
        <message>
            <source>Enlarged, not saved yet</source>
            <translation>拡大済み、未保存</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>開いています…</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>準備完了</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待機中</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>キャンセル済み</translation>
        </message>
    </context>
</TS>
