"""What menus and software centres say of the program, in the languages of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Texts:
    """One language. about: paragraphs. can: what the program does, one line each."""

    kind: str
    summary: str
    new_window: str
    keywords: tuple[str, ...]
    about: tuple[str, str]
    can: tuple[str, str, str, str]


ENGLISH = Texts(
    kind="Photo Enlarger",
    summary="Enlarge photographs without inventing detail",
    new_window="New Window",
    keywords=("photo", "picture", "image", "enlarge", "upscale", "resize", "super-resolution"),
    about=(
        "FDIWN Upscaler makes a photograph two, three or four times as wide and as high, or any "
        "size up to sixteen times. It does so with FDIWN, a small neural network, on your own "
        "computer: your pictures go nowhere.",
        "It is made for fidelity. Edges, lines and letters become sharper than with the usual "
        "bicubic enlargement, and nothing is made up: it invents no detail, removes no noise and "
        "does not sharpen what was out of focus.",
    ),
    can=(
        "Compare the result with other enlargements, at the same place, before you save it",
        "Enlarge whole folders, in the window or on the command line",
        "Keep colour profile, camera data and 16 bits",
        "Read JPEG, PNG, TIFF, WebP, AVIF, HEIC and camera raw; write JPEG, PNG, TIFF, WebP, AVIF",
    ),
)

TRANSLATIONS = {
    "de": Texts(
        kind="Fotovergrößerer",
        summary="Fotos vergrößern, ohne Einzelheiten zu erfinden",
        new_window="Neues Fenster",
        keywords=("Foto", "Bild", "vergrößern", "hochskalieren", "Auflösung", "Größe"),
        about=(
            "FDIWN Upscaler macht ein Foto zwei-, drei- oder viermal so breit und so hoch, oder "
            "beliebig groß bis zum Sechzehnfachen. Das besorgt FDIWN, ein kleines neuronales "
            "Netz, auf Ihrem eigenen Rechner: Ihre Bilder verlassen ihn nicht.",
            "Es ist auf Treue angelegt. Kanten, Linien und Buchstaben werden schärfer als bei der "
            "üblichen bikubischen Vergrößerung, und nichts wird hinzugedichtet: Es erfindet keine "
            "Einzelheiten, entfernt kein Rauschen und schärft nicht, was unscharf war.",
        ),
        can=(
            "Das Ergebnis vor dem Speichern an derselben Stelle mit anderen Vergrößerungen "
            "vergleichen",
            "Ganze Ordner vergrößern, im Fenster oder auf der Befehlszeile",
            "Farbprofil, Kameradaten und 16 Bit behalten",
            "JPEG, PNG, TIFF, WebP, AVIF, HEIC und Kamera-Rohdaten lesen; JPEG, PNG, TIFF, WebP, "
            "AVIF schreiben",
        ),
    ),
    "fr": Texts(
        kind="Agrandisseur de photos",
        summary="Agrandir des photos sans inventer de détails",
        new_window="Nouvelle fenêtre",
        keywords=("photo", "image", "agrandir", "agrandissement", "résolution", "taille"),
        about=(
            "FDIWN Upscaler rend une photo deux, trois ou quatre fois plus large et plus haute, "
            "ou de toute taille jusqu’à seize fois. Il emploie FDIWN, un petit réseau de "
            "neurones, sur votre propre ordinateur : vos images n’en sortent pas.",
            "Il est fait pour la fidélité. Les contours, les lignes et les lettres deviennent plus "
            "nets qu’avec l’agrandissement bicubique habituel, et rien n’est inventé : il n’ajoute "
            "pas de détails, n’enlève pas le bruit et ne corrige pas le flou.",
        ),
        can=(
            "Comparer le résultat à d’autres agrandissements, au même endroit, avant de "
            "l’enregistrer",
            "Agrandir des dossiers entiers, dans la fenêtre ou en ligne de commande",
            "Garder le profil de couleurs, les données de l’appareil photo et les 16 bits",
            "Lire JPEG, PNG, TIFF, WebP, AVIF, HEIC et les fichiers RAW ; écrire JPEG, PNG, TIFF, "
            "WebP, AVIF",
        ),
    ),
    "es": Texts(
        kind="Ampliador de fotos",
        summary="Ampliar fotografías sin inventar detalles",
        new_window="Ventana nueva",
        keywords=("foto", "imagen", "ampliar", "agrandar", "resolución", "tamaño"),
        about=(
            "FDIWN Upscaler hace una fotografía dos, tres o cuatro veces más ancha y más alta, o "
            "de cualquier tamaño hasta dieciséis veces. Lo hace con FDIWN, una pequeña red "
            "neuronal, en su propio ordenador: sus imágenes no salen de él.",
            "Está hecho para ser fiel. Los bordes, las líneas y las letras quedan más nítidos que "
            "con la ampliación bicúbica habitual, y no se inventa nada: no añade detalles, no "
            "quita el ruido ni enfoca lo que estaba desenfocado.",
        ),
        can=(
            "Comparar el resultado con otras ampliaciones, en el mismo lugar, antes de guardarlo",
            "Ampliar carpetas enteras, en la ventana o en la línea de órdenes",
            "Conservar el perfil de color, los datos de la cámara y los 16 bits",
            "Leer JPEG, PNG, TIFF, WebP, AVIF, HEIC y RAW de cámara; escribir JPEG, PNG, TIFF, "
            "WebP, AVIF",
        ),
    ),
    "ja": Texts(
        kind="写真の拡大",
        summary="細部を作り出さずに写真を拡大します",
        new_window="新しいウィンドウ",
        keywords=("写真", "画像", "拡大", "高解像度", "超解像", "サイズ変更"),
        about=(
            "FDIWN Upscaler は、写真の幅と高さを 2 倍、3 倍、4 倍に、または最大 16 倍までの任意の"
            "大きさにします。小さなニューラルネットワーク FDIWN を"
            "お使いのコンピューター上で動かすため、画像が外へ送られることはありません。",
            "忠実さのために作られています。輪郭、線、文字は通常のバイキュービック拡大より鮮明になり、"
            "何も作り足しません。細部を作り出すことも、ノイズを除くことも、ピンぼけを直すことも"
            "ありません。",
        ),
        can=(
            "保存する前に、同じ場所で結果をほかの拡大方法と比較",
            "ウィンドウまたはコマンドラインでフォルダー全体を拡大",
            "カラープロファイル、撮影データ、16 ビットを保持",
            "JPEG、PNG、TIFF、WebP、AVIF、HEIC、カメラ RAW を読み込み、"
            "JPEG、PNG、TIFF、WebP、AVIF で書き出し",
        ),
    ),
    "zh_CN": Texts(
        kind="照片放大",
        summary="放大照片，不虚构细节",
        new_window="新建窗口",
        keywords=("照片", "图片", "图像", "放大", "超分辨率", "尺寸"),
        about=(
            "FDIWN Upscaler 将照片的宽和高放大到两倍、三倍或四倍，"
            "也可以放大到十六倍以内的任意尺寸。"
            "它使用小型神经网络 FDIWN，在您自己的计算机上运行，您的图片不会传到任何地方。",
            "它以忠实为目标。边缘、线条和文字比常用的双三次放大更清晰，并且不会凭空添加内容："
            "不虚构细节，不去除噪点，也不锐化失焦的部分。",
        ),
        can=(
            "保存之前，在同一位置将结果与其他放大方式比较",
            "在窗口或命令行中放大整个文件夹",
            "保留色彩配置文件、拍摄数据和 16 位深度",
            "读取 JPEG、PNG、TIFF、WebP、AVIF、HEIC 和相机 RAW；写出 JPEG、PNG、TIFF、WebP、AVIF",
        ),
    ),
}


Of = Callable[[Texts], str]


def in_all_languages(of: Of) -> dict[str, str]:
    """A text by language; that of English is under the empty name, as both kinds of file want."""
    return {"": of(ENGLISH)} | {code: of(texts) for code, texts in TRANSLATIONS.items()}
