<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
    <context>
        <name>app</name>
        <message>
            <source>What is finished is checked and kept; the rest is made</source>
            <translation>完了した分は確認して残し、残りを処理します</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>再開</translation>
        </message>
        <message>
            <source>Not Now</source>
            <translation>後で</translation>
        </message>
        <message>
            <source>A batch is still running. What is finished is kept, and the rest can be done later. Stop it and quit?</source>
            <translation>一括処理をまだ実行中です。完了した分は残り、残りは後で処理できます。中止して終了しますか？</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>終了</translation>
        </message>
        <message>
            <source>Enlarging a batch of pictures</source>
            <translation>画像を一括で拡大しています</translation>
        </message>
        <message>
            <source>Open Report</source>
            <translation>報告を開く</translation>
        </message>
        <message>
            <source>What became of every file, as a table</source>
            <translation>すべてのファイルの結果を表で示します</translation>
        </message>
        <message>
            <source>Show in Folder</source>
            <translation>フォルダーに表示</translation>
        </message>
        <message>
            <source>Retry Failed</source>
            <translation>失敗した画像を再試行</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>プレビュー</translation>
        </message>
        <message>
            <source>Look through the folders and show what would be done</source>
            <translation>フォルダーを調べ、実行される内容を表示します</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>実行</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>Go On</source>
            <translation>続行</translation>
        </message>
        <message>
            <source>Stop Watching</source>
            <translation>監視を終了</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>一括処理</translation>
        </message>
        <message numerus="yes">
            <source>%n file in the folder for results would be replaced.</source>
            <translation>
                <numerusform>結果フォルダーのファイル %n 個が置き換えられます。</numerusform>
            </translation>
        </message>
        <message>
            <source>Replace and Run</source>
            <translation>置き換えて実行</translation>
        </message>
        <message>
            <source>Looking through the folders…</source>
            <translation>フォルダーを調べています…</translation>
        </message>
        <message>
            <source>Looking through the folders: {0} of {1}</source>
            <translation>フォルダーを調べています：{0} / {1}</translation>
        </message>
        <message>
            <source>Enlarging</source>
            <translation>拡大中</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
        <message>
            <source>Waits for a second try</source>
            <translation>再試行待ち</translation>
        </message>
        <message>
            <source>Watching the folders for new pictures.</source>
            <translation>フォルダーに新しい画像が加わるのを監視しています。</translation>
        </message>
        <message>
            <source>Preview shows what would be done; Run does it.</source>
            <translation>プレビューは行われる内容を示し、実行はそれを行います。</translation>
        </message>
        <message>
            <source>Begins when the picture under way in the window is done.</source>
            <translation>ウィンドウで処理中の画像が終わると始まります。</translation>
        </message>
        <message>
            <source>The list in the window waits for this batch.</source>
            <translation>ウィンドウのリストは、この一括処理が終わるまで待機します。</translation>
        </message>
        <message>
            <source>Pictures in the window can be looked at; enlarging them waits.</source>
            <translation>ウィンドウの画像は表示できますが、拡大は待機します。</translation>
        </message>
        <message>
            <source>Go On in the Background</source>
            <translation>バックグラウンドで続行</translation>
        </message>
        <message>
            <source>Stop the Batch</source>
            <translation>一括処理を中止</translation>
        </message>
        <message>
            <source>The batch is still running.</source>
            <translation>一括処理をまだ実行中です。</translation>
        </message>
        <message>
            <source>What is finished is kept, and the rest can be done later.</source>
            <translation>完了した分は残り、残りは後で処理できます。</translation>
        </message>
        <message>
            <source>With all subfolders</source>
            <translation>サブフォルダーもすべて含める</translation>
        </message>
        <message>
            <source>They are mirrored in the folder for results</source>
            <translation>結果の保存先フォルダーに同じ構成で再現します</translation>
        </message>
        <message>
            <source>All pictures</source>
            <translation>すべての画像</translation>
        </message>
        <message>
            <source>Patterns with commas between them, such as {0}</source>
            <translation>コンマ区切りのパターン。例：{0}</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>Smallest picture, in megapixels</source>
            <translation>最小の画像（メガピクセル）</translation>
        </message>
        <message>
            <source>Largest picture, in megapixels</source>
            <translation>最大の画像（メガピクセル）</translation>
        </message>
        <message>
            <source>Include</source>
            <translation>含める</translation>
        </message>
        <message>
            <source>Exclude</source>
            <translation>除外</translation>
        </message>
        <message>
            <source>Min. size</source>
            <translation>最小サイズ</translation>
        </message>
        <message>
            <source>Max. size</source>
            <translation>最大サイズ</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>制限なし</translation>
        </message>
        <message>
            <source>Template of the name</source>
            <translation>名前のテンプレート</translation>
        </message>
        <message>
            <source>photo.jpg becomes {0}</source>
            <translation>photo.jpg → {0}</translation>
        </message>
        <message>
            <source>Folders of pictures</source>
            <translation>画像のフォルダー</translation>
        </message>
        <message>
            <source>Drop folders anywhere in this window</source>
            <translation>フォルダーはこのウィンドウのどこにでもドロップできます</translation>
        </message>
        <message>
            <source>Add Folder…</source>
            <translation>フォルダーを追加…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>外す</translation>
        </message>
        <message>
            <source>Ctrl+Z brings them back</source>
            <translation>Ctrl+Z で元に戻せます</translation>
        </message>
        <message>
            <source>Remove the selected folders</source>
            <translation>選択したフォルダーを外す</translation>
        </message>
        <message>
            <source>Folder of pictures</source>
            <translation>画像のフォルダー</translation>
        </message>
        <message>
            <source>Folder for the results</source>
            <translation>結果の保存先フォルダー</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>未設定</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>選択…</translation>
        </message>
        <message>
            <source>Choose the folder for results</source>
            <translation>結果の保存先フォルダーを選ぶ</translation>
        </message>
        <message>
            <source>Folder for results</source>
            <translation>結果の保存先フォルダー</translation>
        </message>
        <message>
            <source>Skip the picture</source>
            <translation>画像をスキップ</translation>
        </message>
        <message>
            <source>Add a number</source>
            <translation>番号を付ける</translation>
        </message>
        <message>
            <source>Replace the file</source>
            <translation>ファイルを置き換える</translation>
        </message>
        <message>
            <source>Count it as failed</source>
            <translation>失敗として扱う</translation>
        </message>
        <message>
            <source>If file exists</source>
            <translation>同名ファイルがある場合</translation>
        </message>
        <message>
            <source>Keep watching the folders</source>
            <translation>フォルダーの監視を続ける</translation>
        </message>
        <message>
            <source>When all is done, pictures that come later are enlarged too</source>
            <translation>すべて完了した後に加わった画像も拡大します</translation>
        </message>
        <message>
            <source>Add a folder of pictures, or drop one here.</source>
            <translation>画像のフォルダーを追加するか、ここにドロップしてください。</translation>
        </message>
        <message>
            <source>Choose a folder for the results.</source>
            <translation>結果の保存先フォルダーを選んでください。</translation>
        </message>
        <message>
            <source>Give the folder for the results with its whole path.</source>
            <translation>結果の保存先フォルダーは完全なパスで指定してください。</translation>
        </message>
        <message>
            <source>The smallest picture is larger than the largest.</source>
            <translation>最小の値が最大の値を上回っています。</translation>
        </message>
        <message>
            <source>There is no model for these options. Choose others in the window.</source>
            <translation>このオプションに使えるモデルがありません。ウィンドウで別のオプションを選んでください。</translation>
        </message>
        <message>
            <source>Results cannot be named so.</source>
            <translation>結果にこの名前は付けられません。</translation>
        </message>
        <message>
            <source>{0} enlarged</source>
            <translation>{0} 拡大</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>オプション</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Afterwards</source>
            <translation>完了後</translation>
        </message>
        <message>
            <source>As in the window</source>
            <translation>ウィンドウと同じ</translation>
        </message>
        <message>
            <source>As in the unfinished batch</source>
            <translation>未完了の一括処理と同じ</translation>
        </message>
        <message>
            <source>There is no model for what the window wants.</source>
            <translation>ウィンドウの設定に使えるモデルがありません。</translation>
        </message>
        <message>
            <source>Progress of the batch</source>
            <translation>一括処理の進み具合</translation>
        </message>
        <message>
            <source>Picture under way</source>
            <translation>処理中の画像</translation>
        </message>
        <message>
            <source>Failures</source>
            <translation>失敗した画像</translation>
        </message>
        <message>
            <source>{0} and {1} more</source>
            <translation>{0} ほか {1} 枚</translation>
        </message>
        <message>
            <source>Preparing…</source>
            <translation>準備中…</translation>
        </message>
        <message>
            <source>Stopping after this tile…</source>
            <translation>このタイルを終えて中止します…</translation>
        </message>
        <message>
            <source>Paused. What is under way is finished first.</source>
            <translation>一時停止しました。処理中のものは先に仕上げます。</translation>
        </message>
        <message>
            <source>Paused.</source>
            <translation>一時停止中です。</translation>
        </message>
        <message>
            <source>Waiting: {0}</source>
            <translation>待機中：{0}</translation>
        </message>
        <message>
            <source>{0} is tried again in {1} s: {2}</source>
            <translation>{0} を {1} 秒後に再試行します：{2}</translation>
        </message>
        <message>
            <source>What becomes of each picture</source>
            <translation>各画像の処理内容と結果</translation>
        </message>
        <message>
            <source>Name of the result</source>
            <translation>結果の名前</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状態</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>備考</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>除外</translation>
        </message>
        <message>
            <source>about {0}</source>
            <translation>約 {0}</translation>
        </message>
        <message>
            <source>best model</source>
            <translation>最適なモデル</translation>
        </message>
        <message>
            <source>best quality</source>
            <translation>最高画質</translation>
        </message>
        <message>
            <source>strength {0} %</source>
            <translation>強さ {0} %</translation>
        </message>
        <message>
            <source>sharpened for a screen</source>
            <translation>画面用にシャープ化</translation>
        </message>
        <message>
            <source>sharpened for print</source>
            <translation>プリント用にシャープ化</translation>
        </message>
        <message>
            <source>format as the original</source>
            <translation>元画像と同じ形式</translation>
        </message>
        <message>
            <source>lossless</source>
            <translation>可逆圧縮</translation>
        </message>
        <message>
            <source>quality {0}</source>
            <translation>画質 {0}</translation>
        </message>
        <message>
            <source>{0} bits</source>
            <translation>{0} ビット</translation>
        </message>
        <message>
            <source>without place</source>
            <translation>位置情報なし</translation>
        </message>
        <message>
            <source>without metadata</source>
            <translation>メタデータなし</translation>
        </message>
        <message>
            <source>Enlarge</source>
            <translation>拡大</translation>
        </message>
        <message>
            <source>Done before</source>
            <translation>完了済み</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>スキップ</translation>
        </message>
        <message>
            <source>Cannot</source>
            <translation>実行不可</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完了</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失敗</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>スキップ済み</translation>
        </message>
        <message>
            <source>Passed over</source>
            <translation>対象外</translation>
        </message>
        <message>
            <source>Not reached</source>
            <translation>未処理</translation>
        </message>
        <message>
            <source>Nothing to enlarge.</source>
            <translation>拡大する画像がありません。</translation>
        </message>
        <message>
            <source>{0} to make</source>
            <translation>作成 {0}</translation>
        </message>
        <message>
            <source>about {0} of {1} free</source>
            <translation>約 {0}（空き {1}）</translation>
        </message>
        <message>
            <source>takes about {0}</source>
            <translation>所要時間 約 {0}</translation>
        </message>
        <message>
            <source>time unknown until the first picture is done</source>
            <translation>所要時間は最初の 1 枚が終わるとわかります</translation>
        </message>
        <message numerus="yes">
            <source>%n done before</source>
            <translation>
                <numerusform>以前に完了 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n skipped</source>
            <translation>
                <numerusform>スキップ %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be enlarged</source>
            <translation>
                <numerusform>拡大できない %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed over</source>
            <translation>
                <numerusform>対象外 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>… and {0} more</source>
            <translation>…ほか {0} 件</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} / {1}</translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>失敗 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n done</source>
            <translation>
                <numerusform>完了 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not reached</source>
            <translation>
                <numerusform>未処理 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopped: {0}.</source>
            <translation>中止しました：{0}。</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>中止しました。</translation>
        </message>
        <message>
            <source>Finished.</source>
            <translation>完了しました。</translation>
        </message>
        <message>
            <source>Another program is writing a batch into this folder now.</source>
            <translation>別のプログラムが現在このフォルダーに一括処理の結果を書き込んでいます。</translation>
        </message>
        <message numerus="yes">
            <source>%n left</source>
            <translation>
                <numerusform>残り %n</numerusform>
            </translation>
        </message>
        <message>
            <source>A batch in this folder is unfinished ({0}).</source>
            <translation>このフォルダーに未完了の一括処理があります（{0}）。</translation>
        </message>
        <message>
            <source>Another &amp;Model</source>
            <translation>別のモデル(&amp;M)</translation>
        </message>
        <message>
            <source>×{0}</source>
            <translation>×{0}</translation>
        </message>
        <message>
            <source>Show differences {0} times as strong</source>
            <translation>差分を {0} 倍に強調して表示する</translation>
        </message>
        <message>
            <source>{0} pixels of the screen for one of the result</source>
            <translation>結果の 1 ピクセルを画面の {0} ピクセルに表示する</translation>
        </message>
        <message>
            <source>Cr&amp;op…</source>
            <translation>切り抜き(&amp;O)…</translation>
        </message>
        <message>
            <source>Enlarge only a part of the picture</source>
            <translation>画像の一部だけを拡大します</translation>
        </message>
        <message>
            <source>Fi&amp;ll</source>
            <translation>画面いっぱいに表示(&amp;L)</translation>
        </message>
        <message>
            <source>Fill the view with the picture</source>
            <translation>表示領域を画像で埋める</translation>
        </message>
        <message>
            <source>{0} pixels of the screen across one of the result</source>
            <translation>結果の 1 ピクセルを画面の {0} ピクセル幅で表示する</translation>
        </message>
        <message>
            <source>&amp;File…</source>
            <translation>ファイル(&amp;F)…</translation>
        </message>
        <message>
            <source>Compare with any picture file</source>
            <translation>任意の画像ファイルと比較する</translation>
        </message>
        <message>
            <source>Save &amp;Visible Part…</source>
            <translation>表示範囲を保存(&amp;V)…</translation>
        </message>
        <message>
            <source>Save what is in view from both sides as one picture</source>
            <translation>両側の表示範囲を 1 枚の画像として保存する</translation>
        </message>
        <message>
            <source>Save &amp;Whole Picture…</source>
            <translation>画像全体を保存(&amp;W)…</translation>
        </message>
        <message>
            <source>Save both sides as one picture, with labels</source>
            <translation>両側をラベル付きの 1 枚の画像として保存する</translation>
        </message>
        <message>
            <source>&amp;Copy Visible Part</source>
            <translation>表示範囲をコピー(&amp;C)</translation>
        </message>
        <message>
            <source>Copy what is in view from both sides as one picture</source>
            <translation>両側の表示範囲を 1 枚の画像としてコピーする</translation>
        </message>
        <message>
            <source>C&amp;opy Whole Picture</source>
            <translation>画像全体をコピー(&amp;O)</translation>
        </message>
        <message>
            <source>Copy both sides as one picture</source>
            <translation>両側を 1 枚の画像としてコピーする</translation>
        </message>
        <message>
            <source>As the &amp;System Says</source>
            <translation>システムに従う(&amp;S)</translation>
        </message>
        <message>
            <source>Use the colour profile that the system has for this screen</source>
            <translation>この画面用のシステムのカラープロファイルを使う</translation>
        </message>
        <message>
            <source>&amp;Profile File…</source>
            <translation>プロファイルを指定(&amp;P)…</translation>
        </message>
        <message>
            <source>Name the colour profile of this screen</source>
            <translation>この画面のカラープロファイルを指定する</translation>
        </message>
        <message>
            <source>&amp;Compare With</source>
            <translation>比較対象(&amp;C)</translation>
        </message>
        <message>
            <source>Difference S&amp;trength</source>
            <translation>差分の強さ(&amp;T)</translation>
        </message>
        <message>
            <source>Loupe Si&amp;ze</source>
            <translation>ルーペの倍率(&amp;Z)</translation>
        </message>
        <message>
            <source>Before &amp;and After</source>
            <translation>ビフォー/アフター(&amp;A)</translation>
        </message>
        <message>
            <source>Screen Colou&amp;rs</source>
            <translation>画面の色(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Split</source>
            <translation>分割(&amp;S)</translation>
        </message>
        <message>
            <source>Both sides in one picture, with a line that you can move</source>
            <translation>両側を 1 枚の画像に。境界線を動かせます</translation>
        </message>
        <message>
            <source>Side &amp;by Side</source>
            <translation>左右に並べる(&amp;B)</translation>
        </message>
        <message>
            <source>Both sides beside each other, at the same place</source>
            <translation>両側の同じ場所を並べて表示する</translation>
        </message>
        <message>
            <source>Flic&amp;ker</source>
            <translation>切り替え(&amp;K)</translation>
        </message>
        <message>
            <source>One picture; hold the space bar to see the left side in its place</source>
            <translation>1 枚を表示。スペースキーを押している間は左側に切り替わります</translation>
        </message>
        <message>
            <source>Differ&amp;ence</source>
            <translation>差分(&amp;E)</translation>
        </message>
        <message>
            <source>How far the sides differ, amplified</source>
            <translation>両側の違いを強調して表示する</translation>
        </message>
        <message>
            <source>Lo&amp;upe</source>
            <translation>ルーペ(&amp;U)</translation>
        </message>
        <message>
            <source>Both sides magnified under the cursor</source>
            <translation>カーソル位置で両側を拡大表示する</translation>
        </message>
        <message>
            <source>F&amp;our Panes</source>
            <translation>4 分割(&amp;O)</translation>
        </message>
        <message>
            <source>Four at the same place; a click on a name changes it</source>
            <translation>同じ場所を 4 つ表示。名前をクリックすると変更できます</translation>
        </message>
        <message>
            <source>The usual smooth enlargement, as the paper's figures have it</source>
            <translation>論文の図にある、一般的な滑らかな拡大</translation>
        </message>
        <message>
            <source>A sharper enlargement without a network</source>
            <translation>ネットワークを使わない、よりシャープな拡大</translation>
        </message>
        <message>
            <source>Each pixel as it is, repeated</source>
            <translation>各ピクセルをそのまま繰り返します</translation>
        </message>
        <message>
            <source>The picture that was opened, magnified</source>
            <translation>開いた画像を拡大表示したもの</translation>
        </message>
        <message>
            <source>About the result</source>
            <translation>結果について</translation>
        </message>
        <message>
            <source>Zoom In to Preview</source>
            <translation>拡大表示してプレビュー</translation>
        </message>
        <message>
            <source>Show the middle at 100 %</source>
            <translation>中央を 100 % で表示する</translation>
        </message>
        <message>
            <source>Preview New Settings</source>
            <translation>新しい設定をプレビュー</translation>
        </message>
        <message>
            <source>Show what the present settings would make of the picture</source>
            <translation>現在の設定で画像がどうなるかを表示する</translation>
        </message>
        <message>
            <source>Show Result</source>
            <translation>結果を表示</translation>
        </message>
        <message>
            <source>Show what was made with the earlier settings</source>
            <translation>以前の設定で作成した結果を表示する</translation>
        </message>
        <message>
            <source>Upscale Again</source>
            <translation>再アップスケール</translation>
        </message>
        <message>
            <source>Upscale with the present settings</source>
            <translation>現在の設定でアップスケールする</translation>
        </message>
        <message>
            <source>By how much differences are amplified</source>
            <translation>差分の強調倍率</translation>
        </message>
        <message>
            <source>Magnification of the loupe</source>
            <translation>ルーペの倍率</translation>
        </message>
        <message>
            <source>What the picture is compared with</source>
            <translation>画像の比較対象</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>ズーム</translation>
        </message>
        <message>
            <source>Crop</source>
            <translation>切り抜き</translation>
        </message>
        <message>
            <source>Left: {0}</source>
            <translation>左：{0}</translation>
        </message>
        <message>
            <source>{0} was not saved</source>
            <translation>{0} を保存できませんでした</translation>
        </message>
        <message>
            <source>Choose another folder or name</source>
            <translation>別のフォルダーまたは名前を選んでください</translation>
        </message>
        <message>
            <source>Save before and after</source>
            <translation>ビフォー/アフターを保存</translation>
        </message>
        <message>
            <source>{0} exists already. Choose another name.</source>
            <translation>{0} はすでにあります。別の名前を選んでください。</translation>
        </message>
        <message>
            <source>Bicubic</source>
            <translation>バイキュービック</translation>
        </message>
        <message>
            <source>Lanczos</source>
            <translation>Lanczos</translation>
        </message>
        <message>
            <source>Nearest pixel</source>
            <translation>最近傍</translation>
        </message>
        <message>
            <source>Original pixels</source>
            <translation>元のピクセル</translation>
        </message>
        <message>
            <source>FDIWN</source>
            <translation>FDIWN</translation>
        </message>
        <message>
            <source>Compare with a file</source>
            <translation>ファイルと比較</translation>
        </message>
        <message>
            <source>Pictures ({0});;All files (*)</source>
            <translation>画像 ({0});;すべてのファイル (*)</translation>
        </message>
        <message>
            <source>Profile of the screen</source>
            <translation>画面のプロファイル</translation>
        </message>
        <message>
            <source>Colour profiles (*.icc *.icm);;All files (*)</source>
            <translation>カラープロファイル (*.icc *.icm);;すべてのファイル (*)</translation>
        </message>
        <message>
            <source>No other model for this scale</source>
            <translation>この倍率の別のモデルはありません</translation>
        </message>
        <message>
            <source>Saved {0}</source>
            <translation>保存しました：{0}</translation>
        </message>
        <message>
            <source>The other model: tile {0} of {1}</source>
            <translation>別のモデル：タイル {0} / {1}</translation>
        </message>
        <message>
            <source>Ratio of width and height</source>
            <translation>幅と高さの比率</translation>
        </message>
        <message>
            <source>Turn</source>
            <translation>回転</translation>
        </message>
        <message>
            <source>Swap width and height</source>
            <translation>幅と高さを入れ替える</translation>
        </message>
        <message>
            <source>Size of the part</source>
            <translation>切り抜きの大きさ</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>消去</translation>
        </message>
        <message>
            <source>Enlarge all of the picture</source>
            <translation>画像全体を拡大します</translation>
        </message>
        <message>
            <source>Leave everything as it was (Esc)</source>
            <translation>元のままにします（Esc）</translation>
        </message>
        <message>
            <source>Enlarge this part only (Enter)</source>
            <translation>この部分だけを拡大します（Enter）</translation>
        </message>
        <message>
            <source>{0} px</source>
            <translation>{0} px</translation>
        </message>
        <message>
            <source>Part to enlarge</source>
            <translation>拡大する部分</translation>
        </message>
        <message>
            <source>{0} pixels, {1} from the left, {2} from the top.</source>
            <translation>{0} ピクセル、左から {1}、上から {2}。</translation>
        </message>
        <message>
            <source>Arrow keys move it, with Shift they resize it.</source>
            <translation>矢印キーで移動、Shift を押しながらで大きさを変更します。</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>自由</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>元画像</translation>
        </message>
        <message>
            <source>Navigator</source>
            <translation>ナビゲーター</translation>
        </message>
        <message>
            <source>Click or drag to move the view</source>
            <translation>クリックまたはドラッグで表示位置を移動</translation>
        </message>
        <message>
            <source>Pane {0}: {1}</source>
            <translation>ペイン {0}：{1}</translation>
        </message>
        <message>
            <source>{0}. Click to choose what this pane shows.</source>
            <translation>{0}。クリックしてこのペインの表示内容を選びます。</translation>
        </message>
        <message>
            <source>The picture cannot be shown: its file is gone</source>
            <translation>画像を表示できません：ファイルがなくなっています</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>開いています…</translation>
        </message>
        <message>
            <source>{0}, preview</source>
            <translation>{0}、プレビュー</translation>
        </message>
        <message>
            <source>FDIWN preview</source>
            <translation>FDIWN プレビュー</translation>
        </message>
        <message>
            <source>{0}, earlier settings</source>
            <translation>{0}、以前の設定</translation>
        </message>
        <message>
            <source>{0}: zoom in to preview</source>
            <translation>{0}：拡大表示してプレビュー</translation>
        </message>
        <message>
            <source>{0}: no preview</source>
            <translation>{0}：プレビューなし</translation>
        </message>
        <message>
            <source>{0} ({1} is being made…)</source>
            <translation>{0}（{1} を作成中…）</translation>
        </message>
        <message>
            <source>{0} ({1}, stretched)</source>
            <translation>{0}（{1}、引き伸ばし）</translation>
        </message>
        <message>
            <source>Live preview</source>
            <translation>ライブプレビュー</translation>
        </message>
        <message>
            <source>Preparing the network, at the first start only…</source>
            <translation>ネットワークを準備中（初回起動時のみ）…</translation>
        </message>
        <message>
            <source>No preview</source>
            <translation>プレビューなし</translation>
        </message>
        <message>
            <source>Preview…</source>
            <translation>プレビュー中…</translation>
        </message>
        <message>
            <source>Drag, or use the arrow keys. Double click: middle.</source>
            <translation>ドラッグまたは矢印キー。ダブルクリックで中央。</translation>
        </message>
        <message>
            <source>Split between {0} and {1}</source>
            <translation>{0} と {1} の分割線</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>分割線</translation>
        </message>
        <message>
            <source>Drag or arrow keys to move, wheel to zoom, hold the space bar to see the left side</source>
            <translation>ドラッグまたは矢印キーで移動、ホイールで拡大縮小、スペースキーを押している間は左側を表示</translation>
        </message>
        <message>
            <source>{0} against {1}</source>
            <translation>{0} と {1} の比較</translation>
        </message>
        <message>
            <source>Difference ×{0}</source>
            <translation>差分 ×{0}</translation>
        </message>
        <message>
            <source>Largest in view, as reduced: {0} of 255</source>
            <translation>表示範囲の最大（縮小表示）：{0} / 255</translation>
        </message>
        <message>
            <source>Largest in view: {0} of 255</source>
            <translation>表示範囲の最大：{0} / 255</translation>
        </message>
        <message>
            <source>{0} or more</source>
            <translation>{0} 以上</translation>
        </message>
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
        <message>
            <source>Drop to open</source>
            <translation>ドロップして開く</translation>
        </message>
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
        <message>
            <source>Clear the list of what was opened? The files themselves stay.</source>
            <translation>開いたものの一覧を消去しますか？ ファイル自体は残ります。</translation>
        </message>
        <message>
            <source>Check this computer</source>
            <translation>このコンピューターの確認</translation>
        </message>
        <message>
            <source>What was checked</source>
            <translation>確認した項目</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>進み具合</translation>
        </message>
        <message>
            <source>Without the names of your folders</source>
            <translation>フォルダー名は含まれません</translation>
        </message>
        <message>
            <source>Copy Report</source>
            <translation>報告をコピー</translation>
        </message>
        <message>
            <source>Check Again</source>
            <translation>もう一度確認</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>中止</translation>
        </message>
        <message>
            <source>Checking… A picture that is being enlarged is finished first.</source>
            <translation>確認中… 拡大中の画像があれば、先に仕上げます。</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>合格</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>不合格</translation>
        </message>
        <message>
            <source>System</source>
            <translation>システム</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>バージョン</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>空き容量</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>モデル</translation>
        </message>
        <message>
            <source>Computing</source>
            <translation>計算</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>ファイル</translation>
        </message>
        <message>
            <source>Failed: {0}. Copy the report to ask for help.</source>
            <translation>不合格：{0} 件。報告をコピーして相談できます。</translation>
        </message>
        <message>
            <source>Everything works on this computer.</source>
            <translation>このコンピューターではすべて正常に動作します。</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>コピーしました</translation>
        </message>
        <message>
            <source>Operating system</source>
            <translation>オペレーティングシステム</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>メモリー</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>プログラム</translation>
        </message>
        <message>
            <source>Free memory</source>
            <translation>空きメモリー</translation>
        </message>
        <message>
            <source>Free disk for unfinished work</source>
            <translation>作業用ディスクの空き</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>プロセッサー</translation>
        </message>
        <message>
            <source>Camera raw</source>
            <translation>カメラの RAW</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>中止しました</translation>
        </message>
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
        <message>
            <source>Fetch a model</source>
            <translation>モデルを取得</translation>
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
            <source>Get Them…</source>
            <translation>入手…</translation>
        </message>
        <message>
            <source>Download it; you see the terms first</source>
            <translation>ダウンロードします。先に条件が表示されます</translation>
        </message>
        <message>
            <source>Import Model…</source>
            <translation>モデルをインポート…</translation>
        </message>
        <message>
            <source>A model file you have; other networks too (.safetensors, .pth, .ckpt, ONNX, TorchScript, torch.export)</source>
            <translation>お持ちのモデルファイル。ほかのネットワークも使えます (.safetensors、.pth、.ckpt、ONNX、TorchScript、torch.export)</translation>
        </message>
        <message>
            <source>Verify All</source>
            <translation>すべて検証</translation>
        </message>
        <message>
            <source>Compare every file with its checksum</source>
            <translation>すべてのファイルをチェックサムと照合する</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>削除…</translation>
        </message>
        <message>
            <source>Delete the file of this model</source>
            <translation>このモデルのファイルを削除する</translation>
        </message>
        <message>
            <source>Installed</source>
            <translation>インストール済み</translation>
        </message>
        <message>
            <source>Not installed</source>
            <translation>未インストール</translation>
        </message>
        <message>
            <source>Remove the model {0}? Its file is deleted.</source>
            <translation>モデル {0} を削除しますか？ ファイルも削除されます。</translation>
        </message>
        <message>
            <source>Intact</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>破損</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>モデル</translation>
        </message>
        <message>
            <source>Good for</source>
            <translation>用途</translation>
        </message>
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
            <source>Enlarge what is selected</source>
            <translation>選択した画像を拡大する</translation>
        </message>
        <message>
            <source>Ups&amp;cale All</source>
            <translation>すべてアップスケール(&amp;C)</translation>
        </message>
        <message>
            <source>Enlarge all that is not enlarged yet</source>
            <translation>未拡大の画像をすべて拡大する</translation>
        </message>
        <message>
            <source>Stop &amp;All</source>
            <translation>すべて中止(&amp;A)</translation>
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
            <source>&amp;100 %</source>
            <translation>&amp;100 %</translation>
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
            <source>Live &amp;Preview</source>
            <translation>ライブプレビュー(&amp;P)</translation>
        </message>
        <message>
            <source>Enlarge what is in view at once, without a file</source>
            <translation>表示中の範囲をその場で拡大する。ファイルは作りません</translation>
        </message>
        <message>
            <source>&amp;About {0}</source>
            <translation>{0} について(&amp;A)</translation>
        </message>
        <message>
            <source>Version, licence and paper</source>
            <translation>バージョン、ライセンス、論文</translation>
        </message>
        <message>
            <source>&amp;Models…</source>
            <translation>モデル(&amp;M)…</translation>
        </message>
        <message>
            <source>What is installed, what it is good for, and what you can get</source>
            <translation>インストール済みのモデル、その用途、入手できるモデル</translation>
        </message>
        <message>
            <source>&amp;Import Model…</source>
            <translation>モデルをインポート(&amp;I)…</translation>
        </message>
        <message>
            <source>Use a model file you have</source>
            <translation>お持ちのモデルファイルを使う</translation>
        </message>
        <message>
            <source>Get the Authors' &amp;Weights…</source>
            <translation>著者の重みを入手(&amp;W)…</translation>
        </message>
        <message>
            <source>Download the paper's models, which are sharper; you see the terms first</source>
            <translation>よりシャープな論文のモデルをダウンロードします。先に条件が表示されます</translation>
        </message>
        <message>
            <source>&amp;Check This Computer…</source>
            <translation>このコンピューターを確認(&amp;C)…</translation>
        </message>
        <message>
            <source>Test models, computing and files, and report</source>
            <translation>モデル、計算、ファイルをテストして報告する</translation>
        </message>
        <message>
            <source>&amp;Batch…</source>
            <translation>一括処理(&amp;B)…</translation>
        </message>
        <message>
            <source>Enlarge whole folders of pictures</source>
            <translation>フォルダー内の画像をまとめて拡大する</translation>
        </message>
        <message>
            <source>{0} (original authors)</source>
            <translation>{0}（原著者）</translation>
        </message>
        <message>
            <source>{0} (included)</source>
            <translation>{0}（付属）</translation>
        </message>
        <message>
            <source>Comparison with other networks</source>
            <translation>ほかのネットワークとの比較</translation>
        </message>
        <message>
            <source>Your own; its quality is not known here</source>
            <translation>お持ちのモデル。画質は不明です</translation>
        </message>
        <message>
            <source>Sharp photographs, finest edges</source>
            <translation>シャープな写真、最も細かい輪郭</translation>
        </message>
        <message>
            <source>Sharp photographs</source>
            <translation>シャープな写真</translation>
        </message>
        <message>
            <source>None given</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>The weights are not part of this program. Their authors gave them no licence: whether you may use them, above all commercially, is for you to judge.</source>
            <translation>この重みはプログラムの一部ではありません。作者はライセンスを与えていないため、使用してよいか、特に商用で使えるかは、ご自身でご判断ください。</translation>
        </message>
        <message>
            <source>Another network ({0}), for comparison. Each tile is enlarged for itself.</source>
            <translation>比較用のほかのネットワーク ({0}) です。タイルは 1 枚ずつ別々に拡大されます。</translation>
        </message>
        <message>
            <source>Another network ({0}), for comparison.</source>
            <translation>別のネットワーク（{0}）、比較用。</translation>
        </message>
        <message>
            <source>For sharp photographs; it mends no blur.</source>
            <translation>シャープな写真向けです。ぼけは直しません。</translation>
        </message>
        <message>
            <source>{0:.2f} dB on {1}</source>
            <translation>{0:.2f} dB（{1}）</translation>
        </message>
        <message>
            <source>PSNR-Y: {0}.</source>
            <translation>PSNR-Y：{0}。</translation>
        </message>
        <message>
            <source>The original authors' is {0} dB better.</source>
            <translation>原著者のモデルのほうが {0} dB 優れています。</translation>
        </message>
        <message>
            <source>By {0}</source>
            <translation>作者：{0}</translation>
        </message>
        <message>
            <source>Our own</source>
            <translation>独自モデル</translation>
        </message>
        <message>
            <source>Our own; the original authors' is sharper</source>
            <translation>独自のモデル。原著者のもののほうがシャープです</translation>
        </message>
        <message>
            <source>inch</source>
            <translation>インチ</translation>
        </message>
        <message>
            <source>cm</source>
            <translation>cm</translation>
        </message>
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
            <source>The model {0} is ready to use.</source>
            <translation>モデル {0} を使えます。</translation>
        </message>
        <message>
            <source>Destination</source>
            <translation>保存先</translation>
        </message>
        <message>
            <source>Don't save automatically</source>
            <translation>自動保存しない</translation>
        </message>
        <message>
            <source>Next to the original</source>
            <translation>元画像と同じ場所</translation>
        </message>
        <message>
            <source>Into a folder</source>
            <translation>指定のフォルダー</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>フォルダー</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>確認する</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>デバイス</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>自動</translation>
        </message>
        <message>
            <source>Processor (CPU)</source>
            <translation>プロセッサー (CPU)</translation>
        </message>
        <message>
            <source>Any GPU</source>
            <translation>任意の GPU</translation>
        </message>
        <message>
            <source>GPU (WebGPU)</source>
            <translation>GPU（WebGPU）</translation>
        </message>
        <message>
            <source>NVIDIA GPU (CUDA)</source>
            <translation>NVIDIA GPU（CUDA）</translation>
        </message>
        <message>
            <source>Apple GPU (MPS)</source>
            <translation>Apple GPU（MPS）</translation>
        </message>
        <message>
            <source>Intel (OpenVINO)</source>
            <translation>Intel（OpenVINO）</translation>
        </message>
        <message>
            <source>Known after the first picture, or when you look here.</source>
            <translation>最初の画像のあと、またはここを開いたときにわかります。</translation>
        </message>
        <message>
            <source>What will be used</source>
            <translation>使用されるデバイスと精度</translation>
        </message>
        <message>
            <source>Check this computer…</source>
            <translation>このコンピューターを確認…</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>確認中…</translation>
        </message>
        <message>
            <source>It is not there: choose another device.</source>
            <translation>見つかりません。別のデバイスを選んでください。</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>見つかりません</translation>
        </message>
        <message>
            <source>{0} does not compute in it</source>
            <translation>{0} はこの精度で計算できません</translation>
        </message>
        <message>
            <source>This installation cannot use one</source>
            <translation>このインストールでは使用できません</translation>
        </message>
        <message>
            <source>It was tried, and is not used: {0}</source>
            <translation>試しましたが、使用しません: {0}</translation>
        </message>
        <message>
            <source>There is none in this computer</source>
            <translation>このコンピューターにはありません</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message numerus="yes">
            <source>%n threads</source>
            <translation>
                <numerusform>%n スレッド</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} of memory</source>
            <translation>メモリー {0}</translation>
        </message>
        <message>
            <source>It does not compute in {0}: choose another precision.</source>
            <translation>{0} では計算できません。別の精度を選んでください。</translation>
        </message>
        <message>
            <source>No faster GPU was found.</source>
            <translation>より速い GPU は見つかりませんでした。</translation>
        </message>
        <message>
            <source>In a trial it was {0} times as fast as the processor.</source>
            <translation>試した結果、プロセッサーの {0} 倍の速さでした。</translation>
        </message>
        <message>
            <source>A GPU is many times as fast as a CPU.</source>
            <translation>GPU は CPU の何倍も高速です。</translation>
        </message>
        <message>
            <source>Full precision.</source>
            <translation>フル精度です。</translation>
        </message>
        <message>
            <source>It computes in {0} by itself, which is faster and costs less than {1} dB.</source>
            <translation>自動的に {0} で計算します。より速く、画質の低下は {1} dB 未満です。</translation>
        </message>
        <message>
            <source>File</source>
            <translation>ファイル</translation>
        </message>
        <message>
            <source>As the original</source>
            <translation>元画像と同じ</translation>
        </message>
        <message>
            <source>Quality of the file</source>
            <translation>ファイルの画質</translation>
        </message>
        <message>
            <source>Without any loss</source>
            <translation>可逆圧縮</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>自動</translation>
        </message>
        <message>
            <source>8 bit</source>
            <translation>8 ビット</translation>
        </message>
        <message>
            <source>16 bit</source>
            <translation>16 ビット</translation>
        </message>
        <message>
            <source>Depth as the original</source>
            <translation>元画像と同じビット深度</translation>
        </message>
        <message>
            <source>8 bits</source>
            <translation>8 ビット</translation>
        </message>
        <message>
            <source>16 bits</source>
            <translation>16 ビット</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>そのまま</translation>
        </message>
        <message>
            <source>None</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>White</source>
            <translation>白</translation>
        </message>
        <message>
            <source>Black</source>
            <translation>黒</translation>
        </message>
        <message>
            <source>Background</source>
            <translation>背景</translation>
        </message>
        <message>
            <source>Laid under what is transparent; JPEG has no transparency</source>
            <translation>透明な部分の下に敷きます。JPEG は透明を扱えません</translation>
        </message>
        <message>
            <source>Choose a background colour</source>
            <translation>背景色を選ぶ</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>形式</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>画質</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>ビット深度</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>カラー</translation>
        </message>
        <message>
            <source>Colour space</source>
            <translation>カラースペース</translation>
        </message>
        <message>
            <source>Colour under what is transparent</source>
            <translation>透明な部分の下の色</translation>
        </message>
        <message>
            <source>What was enlarged in 8 bits gets finer steps only by enlarging it again</source>
            <translation>8 ビットで拡大したものは、もう一度拡大しないと階調が細かくなりません</translation>
        </message>
        <message>
            <source>{0} cannot hold 16 bits</source>
            <translation>{0} は 16 ビットに対応していません</translation>
        </message>
        <message>
            <source>without loss</source>
            <translation>可逆</translation>
        </message>
        <message>
            <source>{0} bit</source>
            <translation>{0} ビット</translation>
        </message>
        <message>
            <source>Metadata</source>
            <translation>メタデータ</translation>
        </message>
        <message>
            <source>Keep everything</source>
            <translation>すべて保持</translation>
        </message>
        <message>
            <source>Remove location (GPS)</source>
            <translation>位置情報（GPS）を削除</translation>
        </message>
        <message>
            <source>Keep only colour profile and resolution</source>
            <translation>カラープロファイルと解像度だけを保持</translation>
        </message>
        <message>
            <source>Record software and model in metadata</source>
            <translation>ソフトウェアとモデルをメタデータに記録</translation>
        </message>
        <message>
            <source>A line in the metadata of the result: how it was made, and how much larger</source>
            <translation>結果のメタデータに、作成方法と拡大倍率を 1 行で記録します</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>保持</translation>
        </message>
        <message>
            <source>Without GPS</source>
            <translation>GPS なし</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>削除</translation>
        </message>
        <message>
            <source>Strength and Sharpening</source>
            <translation>強さとシャープ化</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>強さ</translation>
        </message>
        <message>
            <source>0 % is the plain bicubic enlargement, 100 % the network's</source>
            <translation>0 % は単純なバイキュービック拡大、100 % はネットワークによる拡大</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>オフ</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>画面</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>プリント</translation>
        </message>
        <message>
            <source>No sharpening</source>
            <translation>シャープ化なし</translation>
        </message>
        <message>
            <source>Sharpen for a screen</source>
            <translation>画面用にシャープ化</translation>
        </message>
        <message>
            <source>Sharpen for print</source>
            <translation>プリント用にシャープ化</translation>
        </message>
        <message>
            <source>Amount of sharpening</source>
            <translation>シャープ化の適用量</translation>
        </message>
        <message>
            <source>100 % is usual. Leave it off for a picture that you edit further.</source>
            <translation>通常は 100 % です。さらに編集する画像ではオフのままにしてください。</translation>
        </message>
        <message>
            <source>Sharpen</source>
            <translation>シャープ化</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>適用量</translation>
        </message>
        <message>
            <source>What cannot work</source>
            <translation>実行できない点</translation>
        </message>
        <message>
            <source>What to know</source>
            <translation>注意点</translation>
        </message>
        <message>
            <source>What it takes</source>
            <translation>所要時間と容量の見込み</translation>
        </message>
        <message>
            <source>Upscale</source>
            <translation>アップスケール</translation>
        </message>
        <message>
            <source>Upscale All</source>
            <translation>すべてアップスケール</translation>
        </message>
        <message>
            <source>Saved before, with other options than these.</source>
            <translation>保存済みですが、現在とは異なるオプションです。</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>Upscale {0}</source>
            <translation>{0}をアップスケール</translation>
        </message>
        <message numerus="yes">
            <source>Upscale All (%n)</source>
            <translation>
                <numerusform>すべてアップスケール（%n）</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>中止しています…</translation>
        </message>
        <message>
            <source>Paused at {0} %</source>
            <translation>{0} % で一時停止中</translation>
        </message>
        <message>
            <source>{0} %, {1}</source>
            <translation>{0} %、{1}</translation>
        </message>
        <message numerus="yes">
            <source>{0} of %n pictures</source>
            <translation>
                <numerusform>%n 枚中 {0} 枚</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} of {1} pictures are done, {2} of them failed</source>
            <translation>{1} 枚中 {0} 枚が完了、うち {2} 枚が失敗</translation>
        </message>
        <message>
            <source>{0} MP in all</source>
            <translation>合計 {0} MP</translation>
        </message>
        <message>
            <source>The original authors' weights are sharper, but have no licence: whether you may use them is for you to judge.</source>
            <translation>原著者の重みのほうがシャープですが、ライセンスがありません。使用してよいかは、ご自身で判断してください。</translation>
        </message>
        <message>
            <source>Download the paper's model; you see the terms first</source>
            <translation>論文のモデルをダウンロードします。先に条件が表示されます</translation>
        </message>
        <message>
            <source>Get the original authors' weights…</source>
            <translation>原著者の重みを入手…</translation>
        </message>
        <message>
            <source>Models…</source>
            <translation>モデル…</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>標準</translation>
        </message>
        <message>
            <source>Best</source>
            <translation>最高</translation>
        </message>
        <message>
            <source>Normal quality</source>
            <translation>標準画質</translation>
        </message>
        <message>
            <source>Best quality</source>
            <translation>最高画質</translation>
        </message>
        <message>
            <source>Slightly cleaner, about 16 times slower.</source>
            <translation>少しきれいですが、時間は約 16 倍かかります。</translation>
        </message>
        <message>
            <source>The best for each step</source>
            <translation>各段階に最適なもの</translation>
        </message>
        <message numerus="yes">
            <source>%n models on this computer</source>
            <translation>
                <numerusform>このコンピューターに %n 個のモデル</numerusform>
            </translation>
        </message>
        <message>
            <source>Enlarges in steps, then reduces to the exact size.</source>
            <translation>段階的に拡大し、正確なサイズに縮小します。</translation>
        </message>
        <message>
            <source>best</source>
            <translation>最高</translation>
        </message>
        <message>
            <source>Fetch…</source>
            <translation>取得…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>インポート…</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer yet. Fetch the one of the paper, or import a file you have.</source>
            <translation>このコンピューターには {0}× のモデルがまだありません。論文のモデルを取得するか、お持ちのファイルをインポートしてください。</translation>
        </message>
        <message>
            <source>Insert a part of the name</source>
            <translation>名前の要素を挿入</translation>
        </message>
        <message>
            <source>Name of the original</source>
            <translation>元画像の名前</translation>
        </message>
        <message>
            <source>How many times larger</source>
            <translation>拡大倍率</translation>
        </message>
        <message>
            <source>Width in pixels</source>
            <translation>幅（ピクセル）</translation>
        </message>
        <message>
            <source>Height in pixels</source>
            <translation>高さ（ピクセル）</translation>
        </message>
        <message>
            <source>Date of today</source>
            <translation>今日の日付</translation>
        </message>
        <message>
            <source>a whole number from {0} to {1}</source>
            <translation>{0} から {1} までの整数</translation>
        </message>
        <message>
            <source>from {0} to {1}</source>
            <translation>{0} から {1} まで</translation>
        </message>
        <message>
            <source>{0} is not possible here: {1}. {2} stays in force.</source>
            <translation>ここでは {0} にできません：{1}。{2} のままにします。</translation>
        </message>
        <message>
            <source>Only for {0}</source>
            <translation>{0} だけの設定</translation>
        </message>
        <message>
            <source>Back to all pictures</source>
            <translation>すべての画像の設定に戻る</translation>
        </message>
        <message>
            <source>Written as {0}: {1}</source>
            <translation>{0} で書き出します：{1}</translation>
        </message>
        <message>
            <source>The chosen device is not in this computer</source>
            <translation>選択したデバイスはこのコンピューターにありません</translation>
        </message>
        <message>
            <source>Choose Automatic under Device</source>
            <translation>「デバイス」で「自動」を選んでください</translation>
        </message>
        <message>
            <source>{0} does not compute in {1}</source>
            <translation>{0} は {1} で計算できません</translation>
        </message>
        <message>
            <source>Choose another precision</source>
            <translation>別の精度を選んでください</translation>
        </message>
        <message>
            <source>There is no model {0} on this computer</source>
            <translation>このコンピューターにモデル {0} がありません</translation>
        </message>
        <message>
            <source>Choose another model</source>
            <translation>別のモデルを選んでください</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer</source>
            <translation>このコンピューターに {0}× のモデルがありません</translation>
        </message>
        <message>
            <source>Fetch or import one, or choose another size</source>
            <translation>取得またはインポートするか、別のサイズを選んでください</translation>
        </message>
        <message>
            <source>That is {0} times as large, and enlarging ends at 16 times</source>
            <translation>{0} 倍になりますが、拡大は 16 倍までです</translation>
        </message>
        <message>
            <source>Choose a smaller size</source>
            <translation>より小さいサイズを選んでください</translation>
        </message>
        <message>
            <source>Already larger than this</source>
            <translation>すでにこれより大きい</translation>
        </message>
        <message>
            <source>That is {0} times as large, and enlarging begins at 1.1 times</source>
            <translation>{0} 倍になりますが、拡大は 1.1 倍からです</translation>
        </message>
        <message>
            <source>Choose a larger size</source>
            <translation>より大きいサイズを選んでください</translation>
        </message>
        <message>
            <source>{0} ends at {1} pixels a side</source>
            <translation>{0} は一辺 {1} ピクセルまでです</translation>
        </message>
        <message>
            <source>{0} is never lossless</source>
            <translation>{0} には可逆圧縮がありません</translation>
        </message>
        <message>
            <source>Choose PNG or TIFF, or a smaller size</source>
            <translation>形式に PNG か TIFF を選ぶか、サイズを小さくしてください</translation>
        </message>
        <message>
            <source>Choose PNG or TIFF</source>
            <translation>形式に PNG か TIFF を選んでください</translation>
        </message>
        <message>
            <source>Choose PNG, TIFF, WebP or AVIF</source>
            <translation>形式に PNG、TIFF、WebP、AVIF のいずれかを選んでください</translation>
        </message>
        <message>
            <source>Choose a background, or another format</source>
            <translation>背景または別の形式を選んでください</translation>
        </message>
        <message>
            <source>{0} cannot hold transparency</source>
            <translation>{0} は透明を扱えません</translation>
        </message>
        <message>
            <source>The picture is grey, and the background is not</source>
            <translation>画像はグレースケールですが、背景はそうではありません</translation>
        </message>
        <message>
            <source>Choose a grey background</source>
            <translation>無彩色の背景を選んでください</translation>
        </message>
        <message>
            <source>No folder is chosen for the results</source>
            <translation>結果の保存先フォルダーが選ばれていません</translation>
        </message>
        <message>
            <source>Choose one</source>
            <translation>フォルダーを選んでください</translation>
        </message>
        <message>
            <source>There is no folder {0}</source>
            <translation>フォルダー {0} がありません</translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation>別のフォルダーを選んでください</translation>
        </message>
        <message>
            <source>The folder {0} cannot be written to</source>
            <translation>フォルダー {0} に書き込めません</translation>
        </message>
        <message>
            <source>The name is taken; the result gets a number</source>
            <translation>同じ名前があるため、結果に番号が付きます</translation>
        </message>
        <message>
            <source>The result would replace the original itself</source>
            <translation>結果が元画像自体を置き換えてしまいます</translation>
        </message>
        <message>
            <source>Add something to the name, such as {scale}x</source>
            <translation>名前に {scale}x などを加えてください</translation>
        </message>
        <message>
            <source>Two results would have the same name, {0}</source>
            <translation>二つの結果が同じ名前 {0} になります</translation>
        </message>
        <message>
            <source>Choose to add a number, or put {name} into the name</source>
            <translation>「番号を付ける」を選ぶか、名前に {name} を入れてください</translation>
        </message>
        <message>
            <source>A file of this name will be replaced</source>
            <translation>同じ名前のファイルが置き換えられます</translation>
        </message>
        <message>
            <source>All results together may not fit onto the disk of {0}</source>
            <translation>すべての結果を合わせると {0} のディスクに収まらない可能性があります</translation>
        </message>
        <message>
            <source>Save and remove some in between</source>
            <translation>途中で保存し、リストから外してください</translation>
        </message>
        <message>
            <source>The results may not fit into {0}</source>
            <translation>結果が {0} に収まらない可能性があります</translation>
        </message>
        <message>
            <source>Free some space</source>
            <translation>空き容量を増やしてください</translation>
        </message>
        <message>
            <source>It takes about {0} on the disk, and {1} are free</source>
            <translation>ディスクに約 {0} 必要ですが、空きは {1} です</translation>
        </message>
        <message>
            <source>Free some space, or choose a smaller size</source>
            <translation>空き容量を増やすか、より小さいサイズを選んでください</translation>
        </message>
        <message>
            <source>{0}. {1}.</source>
            <translation>{0}。{1}。</translation>
        </message>
        <message>
            <source>{0}.</source>
            <translation>{0}。</translation>
        </message>
        <message>
            <source>Skipped: {0}. {1}</source>
            <translation>スキップ：{0}。{1}</translation>
        </message>
        <message numerus="yes">
            <source>{0} and %n more</source>
            <translation>
                <numerusform>{0} ほか %n 枚</numerusform>
            </translation>
        </message>
        <message>
            <source>Time unknown until the first picture is done</source>
            <translation>所要時間は最初の 1 枚が終わるとわかります</translation>
        </message>
        <message>
            <source>Takes about {0}</source>
            <translation>所要時間 約 {0}</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>プリセット</translation>
        </message>
        <message>
            <source>Look after presets</source>
            <translation>プリセットの管理</translation>
        </message>
        <message>
            <source>Save, rename or delete a preset</source>
            <translation>プリセットの保存、名前の変更、削除</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Bring back the options from before</source>
            <translation>前のオプションに戻す</translation>
        </message>
        <message>
            <source>Reset All Options</source>
            <translation>すべてのオプションをリセット</translation>
        </message>
        <message>
            <source>Save as a Preset…</source>
            <translation>プリセットとして保存…</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>名前を変更…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>削除…</translation>
        </message>
        <message>
            <source>Custom</source>
            <translation>カスタム</translation>
        </message>
        <message>
            <source>All options were reset.</source>
            <translation>すべてのオプションをリセットしました。</translation>
        </message>
        <message>
            <source>Save as a preset</source>
            <translation>プリセットとして保存</translation>
        </message>
        <message>
            <source>Name of the preset</source>
            <translation>プリセットの名前</translation>
        </message>
        <message>
            <source>There is a preset {0}. Replace it?</source>
            <translation>プリセット「{0}」があります。置き換えますか？</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>置き換え</translation>
        </message>
        <message>
            <source>Rename a preset</source>
            <translation>プリセットの名前を変更</translation>
        </message>
        <message>
            <source>Delete the preset {0}?</source>
            <translation>プリセット「{0}」を削除しますか？</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>削除</translation>
        </message>
        <message>
            <source>{0} replaced your options.</source>
            <translation>オプションを {0} に置き換えました。</translation>
        </message>
        <message>
            <source>Applies when saved, also to finished results.</source>
            <translation>保存時に適用されます。完成した結果にも適用されます。</translation>
        </message>
        <message>
            <source>Enlarge {0} times</source>
            <translation>{0} 倍に拡大</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>その他</translation>
        </message>
        <message>
            <source>Another size</source>
            <translation>別のサイズ</translation>
        </message>
        <message>
            <source>By a factor</source>
            <translation>倍率で指定</translation>
        </message>
        <message>
            <source>To fit width and height</source>
            <translation>幅と高さに収める</translation>
        </message>
        <message>
            <source>To a width</source>
            <translation>幅を指定</translation>
        </message>
        <message>
            <source>To a height</source>
            <translation>高さを指定</translation>
        </message>
        <message>
            <source>To a long edge</source>
            <translation>長辺を指定</translation>
        </message>
        <message>
            <source>To a short edge</source>
            <translation>短辺を指定</translation>
        </message>
        <message>
            <source>To megapixels</source>
            <translation>メガピクセル数を指定</translation>
        </message>
        <message>
            <source>For a print</source>
            <translation>プリント用</translation>
        </message>
        <message>
            <source>Kind of size</source>
            <translation>サイズの指定方法</translation>
        </message>
        <message>
            <source>Factor</source>
            <translation>倍率</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>幅</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>高さ</translation>
        </message>
        <message>
            <source>Edge</source>
            <translation>辺の長さ</translation>
        </message>
        <message>
            <source>Megapixels</source>
            <translation>メガピクセル</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>用紙</translation>
        </message>
        <message>
            <source>Width of the print</source>
            <translation>プリントの幅</translation>
        </message>
        <message>
            <source>Height of the print</source>
            <translation>プリントの高さ</translation>
        </message>
        <message>
            <source>mm</source>
            <translation>mm</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>単位</translation>
        </message>
        <message>
            <source>Pixels per inch</source>
            <translation>1 インチあたりのピクセル数</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>解像度</translation>
        </message>
        <message>
            <source>ppi</source>
            <translation>ppi</translation>
        </message>
        <message>
            <source>{0} px, short edge</source>
            <translation>短辺 {0} px</translation>
        </message>
        <message>
            <source>{0} px, long edge</source>
            <translation>長辺 {0} px</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>元に戻す(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>やり直す(&amp;R)</translation>
        </message>
        <message>
            <source>Take back the last change of the list</source>
            <translation>リストの直前の変更を取り消す</translation>
        </message>
        <message>
            <source>Make the change of the list again</source>
            <translation>取り消したリストの変更をやり直す</translation>
        </message>
        <message>
            <source>Select &amp;All Pictures</source>
            <translation>すべての画像を選択(&amp;A)</translation>
        </message>
        <message>
            <source>Select the whole list</source>
            <translation>リスト全体を選択する</translation>
        </message>
        <message>
            <source>Upscale S&amp;elected</source>
            <translation>選択した画像をアップスケール(&amp;E)</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures only</source>
            <translation>選択した画像だけを拡大する</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>一時停止(&amp;P)</translation>
        </message>
        <message>
            <source>Finish the present tile, then wait</source>
            <translation>現在のタイルを終えてから待機する</translation>
        </message>
        <message>
            <source>&amp;Stop Selected</source>
            <translation>選択した画像を中止(&amp;S)</translation>
        </message>
        <message>
            <source>Stop enlarging the selected pictures</source>
            <translation>選択した画像の拡大を中止する</translation>
        </message>
        <message>
            <source>&amp;Try Again</source>
            <translation>再試行(&amp;T)</translation>
        </message>
        <message>
            <source>Try again what failed among the selected pictures</source>
            <translation>選択した画像のうち失敗したものを再試行する</translation>
        </message>
        <message>
            <source>Try All &amp;Failed Again</source>
            <translation>失敗した画像をすべて再試行(&amp;F)</translation>
        </message>
        <message>
            <source>Try again whatever failed</source>
            <translation>失敗したものをすべて再試行する</translation>
        </message>
        <message>
            <source>Mo&amp;ve Up</source>
            <translation>上へ移動(&amp;V)</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures earlier</source>
            <translation>選択した画像を先に拡大する</translation>
        </message>
        <message>
            <source>Move &amp;Down</source>
            <translation>下へ移動(&amp;D)</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures later</source>
            <translation>選択した画像を後で拡大する</translation>
        </message>
        <message>
            <source>&amp;Give Own Options</source>
            <translation>個別のオプションを設定(&amp;G)</translation>
        </message>
        <message>
            <source>The selected pictures keep the present options, whatever is chosen later</source>
            <translation>後で何を選んでも、選択した画像は現在のオプションのままです</translation>
        </message>
        <message>
            <source>Use Shared &amp;Options</source>
            <translation>共通のオプションを使う(&amp;O)</translation>
        </message>
        <message>
            <source>The selected pictures have no options of their own</source>
            <translation>選択した画像の個別のオプションをなくします</translation>
        </message>
        <message>
            <source>C&amp;lear Saved</source>
            <translation>保存済みをリストから外す(&amp;L)</translation>
        </message>
        <message>
            <source>Take off the list what is saved; the files stay</source>
            <translation>保存済みの画像をリストから外します。ファイルは残ります</translation>
        </message>
        <message>
            <source>{0} has been worked on for {1}, and would begin anew. Stop it?</source>
            <translation>{0} の処理は {1} 続いており、中止すると最初からやり直しになります。中止しますか？</translation>
        </message>
        <message>
            <source>Resu&amp;me</source>
            <translation>再開(&amp;M)</translation>
        </message>
        <message>
            <source>Go on enlarging</source>
            <translation>拡大を続ける</translation>
        </message>
        <message>
            <source>Discarded. Undo in the menu Edit brings it back, until the window is closed.</source>
            <translation>破棄しました。ウィンドウを閉じるまでは、編集メニューの「元に戻す」で取り戻せます。</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>{0}をリストから外す</translation>
        </message>
        <message>
            <source>Clear {0}</source>
            <translation>保存済みの{0}を外す</translation>
        </message>
        <message>
            <source>Move {0}</source>
            <translation>{0}を移動</translation>
        </message>
        <message>
            <source>Options of {0}</source>
            <translation>{0}のオプション</translation>
        </message>
        <message>
            <source>Crop of {0}</source>
            <translation>{0} の切り抜き</translation>
        </message>
        <message>
            <source>Enlarge {0} again</source>
            <translation>{0}の再拡大</translation>
        </message>
        <message>
            <source>Crop {0}</source>
            <translation>切り抜き {0}</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>{0} として保存済み</translation>
        </message>
        <message>
            <source>Only a part is enlarged: {0} of {1}</source>
            <translation>一部だけが拡大されます：{1} のうち {0}</translation>
        </message>
        <message>
            <source>Has options of its own</source>
            <translation>個別のオプションあり</translation>
        </message>
        <message>
            <source>Retrying</source>
            <translation>再試行中</translation>
        </message>
        <message>
            <source>Last session</source>
            <translation>前回のセッション</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>復元</translation>
        </message>
        <message>
            <source>Put them into the list again</source>
            <translation>もう一度リストに入れます</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>破棄</translation>
        </message>
        <message>
            <source>Forget the list; the files themselves stay</source>
            <translation>リストを破棄します。ファイル自体は残ります</translation>
        </message>
        <message>
            <source>Restore your last session ({0})?</source>
            <translation>前回のセッション（{0}）を復元しますか？</translation>
        </message>
        <message>
            <source>Enlarged, but not saved yet: {0}.</source>
            <translation>拡大済みで未保存：{0}。</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>保存中…</translation>
        </message>
        <message>
            <source>Not opened yet</source>
            <translation>未読み込み</translation>
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
        <message>
            <source>Second try…</source>
            <translation>再試行中…</translation>
        </message>
        <message>
            <source>Finishing…</source>
            <translation>仕上げ中…</translation>
        </message>
        <message>
            <source>Enlarging…</source>
            <translation>拡大中…</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>保存済み</translation>
        </message>
        <message>
            <source>Saved in {0}</source>
            <translation>{0} に保存済み</translation>
        </message>
        <message>
            <source>Not saved: {0}</source>
            <translation>保存できませんでした：{0}</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>未保存</translation>
        </message>
        <message>
            <source>Made with {0}, settings have changed</source>
            <translation>{0} で作成、設定は変更済み</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>完全一致</translation>
        </message>
        <message>
            <source>Fidelity {0}: reduced again, the result differs from the original by {1} of 255 at most</source>
            <translation>忠実度 {0}：結果を縮小し直すと、元画像との差は最大で {1} / 255</translation>
        </message>
        <message>
            <source>Web</source>
            <translation>Web</translation>
        </message>
        <message>
            <source>Archive 16 bit</source>
            <translation>アーカイブ 16 ビット</translation>
        </message>
        <message>
            <source>A preset needs a name.</source>
            <translation>プリセットには名前が必要です。</translation>
        </message>
        <message>
            <source>A preset that comes with the program has this name.</source>
            <translation>この名前は付属のプリセットで使われています。</translation>
        </message>
        <message>
            <source>There is a preset of this name already.</source>
            <translation>この名前のプリセットはすでにあります。</translation>
        </message>
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
            <source>All Licence &amp;Texts…</source>
            <translation>すべてのライセンス文(&amp;T)…</translation>
        </message>
        <message>
            <source>Licence texts</source>
            <translation>ライセンス文</translation>
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
            <source>Models (*.safetensors *.pt *.pth *.ckpt *.onnx *.pt2 *.ts);;All files (*)</source>
            <translation>モデル (*.safetensors *.pt *.pth *.ckpt *.onnx *.pt2 *.ts);;すべてのファイル (*)</translation>
        </message>
        <message>
            <source>Importing {0}…</source>
            <translation>{0} をインポート中…</translation>
        </message>
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
        <message>
            <source>Page of the guide</source>
            <translation>ガイドのページ</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>ガイド</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>目次</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>戻る</translation>
        </message>
        <message>
            <source>{0} is only in the program's source.</source>
            <translation>{0} はプログラムのソースにのみあります。</translation>
        </message>
        <message>
            <source>Another program is waiting. Done replaces {0} with the enlarged picture.</source>
            <translation>別のプログラムが待っています。「完了」で {0} を拡大画像に置き換えます。</translation>
        </message>
        <message>
            <source>Another program is waiting. Done writes the enlarged picture to {0}.</source>
            <translation>別のプログラムが待っています。「完了」で拡大画像を {0} に書き込みます。</translation>
        </message>
        <message>
            <source>Another program is waiting</source>
            <translation>別のプログラムが待っています</translation>
        </message>
        <message>
            <source>Go back and change nothing</source>
            <translation>何も変更せずに戻ります</translation>
        </message>
        <message>
            <source>Enlarge if necessary, write the file and go back</source>
            <translation>必要なら拡大し、ファイルを書き込んで戻ります</translation>
        </message>
        <message>
            <source>This window is for one picture of another program. Open others in a window of their own.</source>
            <translation>このウィンドウは別のプログラムの画像 1 枚のためのものです。ほかの画像は別のウィンドウで開いてください。</translation>
        </message>
        <message>
            <source>The window closes when all is saved.</source>
            <translation>すべて保存されたらウィンドウを閉じます。</translation>
        </message>
        <message>
            <source>The enlarged picture is not handed over yet.</source>
            <translation>拡大画像はまだ渡されていません。</translation>
        </message>
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
            <source>&amp;Models</source>
            <translation>モデル(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>ヘルプ(&amp;H)</translation>
        </message>
        <message>
            <source>Zoo&amp;m</source>
            <translation>ズーム(&amp;M)</translation>
        </message>
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
            <source>Full Scree&amp;n</source>
            <translation>フルスクリーン(&amp;N)</translation>
        </message>
        <message>
            <source>Nothing but the picture, on the whole screen</source>
            <translation>画面全体に画像だけを表示する</translation>
        </message>
        <message>
            <source>Side Pane&amp;ls</source>
            <translation>サイドパネル(&amp;L)</translation>
        </message>
        <message>
            <source>Show the list and the options beside the picture</source>
            <translation>画像の横にリストとオプションを表示する</translation>
        </message>
        <message>
            <source>&amp;Guide</source>
            <translation>ガイド(&amp;G)</translation>
        </message>
        <message>
            <source>How to do what, without a network</source>
            <translation>使い方の説明、ネットワーク不要</translation>
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
        <message>
            <source>About the picture</source>
            <translation>画像について</translation>
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
            <source>Save next to the original</source>
            <translation>元画像と同じ場所に保存</translation>
        </message>
        <message>
            <source>Save into the folder</source>
            <translation>指定したフォルダーに保存</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>制限なし</translation>
        </message>
        <message>
            <source>About how much enlarging may use; with less it is slower. From the next start on</source>
            <translation>拡大に使うおおよその上限。少ないほど遅くなります。次回の起動から有効です</translation>
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
            <source>&amp;Run at low priority</source>
            <translation>低い優先度で実行(&amp;R)</translation>
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
        <message>
            <source>&amp;After each picture</source>
            <translation>各画像の完了後(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Folder for results</source>
            <translation>結果の保存先フォルダー(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Memory limit</source>
            <translation>メモリーの上限(&amp;M)</translation>
        </message>
        <message>
            <source>Save All…</source>
            <translation>すべて保存…</translation>
        </message>
        <message>
            <source>Keep for Next Time</source>
            <translation>次回のために残す</translation>
        </message>
        <message>
            <source>The list is paused, and pictures wait.</source>
            <translation>リストは一時停止中で、待っている画像があります。</translation>
        </message>
        <message>
            <source>Pictures are still being enlarged.</source>
            <translation>まだ拡大中の画像があります。</translation>
        </message>
        <message>
            <source>What you keep is offered at the next start, as it is.</source>
            <translation>残したものは、次回の起動時にそのまま提示されます。</translation>
        </message>
        <message>
            <source>What is not finished begins anew at the next start.</source>
            <translation>終わっていないものは、次回の起動時に最初からやり直されます。</translation>
        </message>
        <message>
            <source>The list could not be written down, so the window stays open. Save the results, or make room on the disk, and quit again.</source>
            <translation>リストを書き込めなかったため、ウィンドウを開いたままにします。結果を保存するか、ディスクの空きを増やしてから、もう一度終了してください。</translation>
        </message>
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
</TS>
