"""Files of every kind, made here: small, real, and about the same invented fire."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

HEADLINE = "Fire in the old harbour destroys two warehouses"
PARAGRAPHS = (
    "A fire broke out on Monday night in the old harbour of Portmouth and destroyed two warehouses, the fire"
    " service said. Nobody was hurt.",
    "“We were there within six minutes,” said Anna Reed, who led the forty firefighters. The cause of the"
    " fire is not known yet, and the police are looking for witnesses.",
    "The owner of the warehouses, the Portmouth Trading Company, said that the goods in them were insured for"
    " £1.2 million. The harbour was closed for traffic until noon on Tuesday.",
)
BODY = "\n\n".join(PARAGRAPHS)
FURNITURE = ("Subscribe to our newsletter", "Most read", "© 2024 Portmouth Gazette")


def page(*, head: str = "", headline: str = HEADLINE, paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    """A news page with a menu, a footer and an article."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{headline} - Portmouth Gazette'
        f'</title><meta property="og:title" content="{headline}">'
        '<meta property="og:site_name" content="Portmouth Gazette">'
        '<meta name="author" content="Mary Hill">'
        '<meta property="article:published_time" content="2024-03-05T08:00:00Z">'
        f'{head}</head><body><nav><ul><li><a href="/">Home</a></li>'
        f'<li><a href="/sub">{FURNITURE[0]}</a></li></ul>'
        f"</nav><article><h1>{headline}</h1>{body}</article>"
        f"<aside><h2>{FURNITURE[1]}</h2></aside><footer><p>{FURNITURE[2]}</p></footer></body></html>"
    )


def saved_page() -> bytes:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://www.portmouthgazette.example/fire"
    message["Subject"] = HEADLINE
    message.set_content(page(), subtype="html", cte="quoted-printable")
    message.make_related()
    return bytes(message)


def letter() -> bytes:
    message = EmailMessage()
    message["From"] = "Portmouth Gazette <news@portmouthgazette.example>"
    message["To"] = "reader@example.org"
    message["Subject"] = HEADLINE
    message["Date"] = "Tue, 05 Mar 2024 08:00:00 +0000"
    message.set_content(BODY)
    message.add_alternative("".join(f"<p>{one}</p>" for one in PARAGRAPHS), subtype="html")
    return bytes(message)


def pdf(lines: tuple[str, ...] = (HEADLINE, "", *PARAGRAPHS), *, encrypt: bool = False) -> bytes:
    """A PDF of one page, written by hand: lines wrapped at 90 letters, the font one that every reader has."""
    shown = []
    for line in lines:
        words, row = line.replace("“", '"').replace("”", '"').split(" "), ""
        for word in words:
            if len(row) + len(word) > 90:
                shown.append(row)
                row = ""
            row = f"{row} {word}".strip()
        shown.append(row)
        shown.append("")
    text = b"".join(
        b"("
        + row.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
        + b") Tj T*\n"
        for row in shown
    )
    stream = b"BT /F1 11 Tf 14 TL 50 780 Td\n" + text + b"ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Author (Mary Hill) /CreationDate (D:20240305080000Z) >>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    locked = b" /Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"41" * 32, b"42" * 32)
    out += b"trailer << /Size %d /Root 1 0 R /Info 6 0 R%s /ID [<01><01>] >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        locked if encrypt else b"",
        start,
    )
    return bytes(out)


def word() -> bytes:
    import docx

    document = docx.Document()
    document.add_heading(HEADLINE, 0)
    for one in PARAGRAPHS:
        document.add_paragraph(one)
    document.sections[0].footer.paragraphs[0].text = FURNITURE[2]
    document.core_properties.author = "Mary Hill"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def book() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as held:
        held.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        held.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
        )
        held.writestr(
            "OEBPS/content.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"<dc:title>{HEADLINE}</dc:title><dc:language>en</dc:language><dc:creator>Mary Hill</dc:creator>"
            "<dc:date>2024-03-05</dc:date></metadata>"
            '<manifest><item id="a" href="one.xhtml"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>',
        )
        held.writestr("OEBPS/one.xhtml", page(paragraphs=PARAGRAPHS).encode())
    return out.getvalue()


def table() -> bytes:
    return (
        f'\ufeffTitolo;Testo;Testata;Data\n"{HEADLINE}";"{PARAGRAPHS[0]}";La Gazzetta;2024-03-05\n'.encode()
    )


def json_lines() -> bytes:
    import json

    return json.dumps({"title": HEADLINE, "text": PARAGRAPHS[0], "outlet": "Gazette"}).encode() + b"\n"


def feed(base: str, *paths: str) -> str:
    items = "".join(
        f"<item><title>Item {number}</title><link>{base}{path}</link>"
        "<pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate></item>"
        for number, path in enumerate(paths, 1)
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette feed</title>{items}</channel></rss>'
    )


def archive(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        for name, data in members.items():
            held.writestr(name.replace("__", "."), data)
    return out.getvalue()


KINDS = {
    "fire.html": page().encode(),
    "fire.mhtml": saved_page(),
    "fire.eml": letter(),
    "fire.pdf": pdf(),
    "fire.docx": word(),
    "fire.epub": book(),
    "fire.txt": f"{HEADLINE}\n\n{BODY}".encode(),
    "fire.csv": table(),
    "fire.jsonl": json_lines(),
}
