//! What lies beside the document in a Word file: types, links, properties, styles, headers, settings.

use std::fmt::Write as _;

use jiff::civil::DateTime;

use crate::paper::Length;
use crate::paper::form::Rules;
use crate::paper::set::{PROOF_LEFT, PROOF_SIDE, PROOF_TOP};

use super::markup::escaped;

/// How every part opens.
pub(super) const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The vocabularies that the parts use.
pub(super) const NAMESPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
    r#"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
    r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#,
    r#"xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture""#
);

/// From the file to its first parts.
pub(super) const ROOT_LINKS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="document" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/"#,
    r#"officeDocument" Target="word/document.xml"/>"#,
    r#"<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/"#,
    r#"core-properties" Target="docProps/core.xml"/>"#,
    r#"<Relationship Id="app" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/"#,
    r#"extended-properties" Target="docProps/app.xml"/></Relationships>"#
);

/// From the first page's header to the picture in it.
pub(super) const PICTURE_LINK: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="proof" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" "#,
    r#"Target="media/proof.png"/></Relationships>"#
);

/// Which program wrote the file.
pub(super) const APPLICATION: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">"#,
    r#"<Application>thidua</Application></Properties>"#
);

/// Settings: the layout rules of Word 2013 and later, notes at the foot of the page.
pub(super) const SETTINGS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>"#,
    r#"<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>"#,
    r#"<w:compat><w:compatSetting w:name="compatibilityMode" "#,
    r#"w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#,
    r#"<w:themeFontLang w:val="vi-VN"/></w:settings>"#
);

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const LINK: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The list of types of all parts.
pub(super) fn types(picture: bool) -> String {
    let mut out = format!(
        concat!(
            r#"{}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
            r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
            r#"<Default Extension="xml" ContentType="application/xml"/>"#
        ),
        XML
    );
    if picture {
        out.push_str(r#"<Default Extension="png" ContentType="image/png"/>"#);
    }
    for (name, kind) in [
        ("word/document.xml", "document.main"),
        ("word/styles.xml", "styles"),
        ("word/settings.xml", "settings"),
        ("word/footnotes.xml", "footnotes"),
        ("word/header1.xml", "header"),
        ("word/header2.xml", "header"),
        ("word/footer1.xml", "footer"),
        ("word/footer2.xml", "footer"),
    ] {
        let _ = write!(out, r#"<Override PartName="/{name}" ContentType="{WORD}.{kind}+xml"/>"#);
    }
    out.push_str(concat!(
        r#"<Override PartName="/docProps/core.xml" "#,
        r#"ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
        r#"<Override PartName="/docProps/app.xml" "#,
        r#"ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>"#
    ));
    out
}

/// From the document to its parts and to the addresses it names.
pub(super) fn links(addresses: &[String]) -> String {
    let mut out = format!(
        r#"{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
    );
    for (id, kind) in [
        ("styles", "styles"),
        ("settings", "settings"),
        ("footnotes", "footnotes"),
        ("header1", "header"),
        ("header2", "header"),
        ("footer1", "footer"),
        ("footer2", "footer"),
    ] {
        let _ = write!(out, r#"<Relationship Id="{id}" Type="{LINK}/{kind}" Target="{id}.xml"/>"#);
    }
    for (number, address) in (1_usize..).zip(addresses) {
        let address = escaped(address);
        let _ = write!(
            out,
            r#"<Relationship Id="link{number}" Type="{LINK}/hyperlink" Target="{address}" TargetMode="External"/>"#
        );
    }
    out.push_str("</Relationships>");
    out
}

/// Title and time of making.
pub(super) fn properties(title: &str, made: DateTime) -> String {
    let made = made.strftime("%Y-%m-%dT%H:%M:%SZ");
    format!(
        concat!(
            r#"{}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" "#,
            r#"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" "#,
            r#"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title>"#,
            r#"<dc:language>vi-VN</dc:language>"#,
            r#"<dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created>"#,
            r#"<dcterms:modified xsi:type="dcterms:W3CDTF">{}</dcterms:modified></cp:coreProperties>"#
        ),
        XML,
        escaped(title),
        made,
        made
    )
}

/// Styles: all in one font, black, so that a heading differs by what the form says and by nothing else.
pub(super) fn styles(rules: &Rules) -> String {
    let size = rules.body.value.to_half_points();
    let note = Length::points(10).to_half_points();
    let mut out = format!(
        concat!(
            r#"{0}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>"#,
            r#"<w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" "#,
            r#"w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="{1}"/><w:szCs w:val="{1}"/>"#,
            r#"<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>"#,
            r#"<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault>"#,
            r#"</w:docDefaults>"#,
            r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#,
            r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>"#,
            r#"<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>"#
        ),
        XML, size
    );
    for (id, name, outline) in [
        ("Title", "Title", None),
        ("Heading1", "heading 1", Some(0)),
        ("Heading2", "heading 2", Some(1)),
        ("Heading3", "heading 3", Some(2)),
        ("BodyText", "Body Text", None),
        ("ListParagraph", "List Paragraph", None),
    ] {
        let level = outline.map_or_else(String::new, |level: u8| {
            format!(r#"<w:pPr><w:keepNext/><w:outlineLvl w:val="{level}"/></w:pPr>"#)
        });
        let _ = write!(
            out,
            concat!(
                r#"<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/>"#,
                r#"<w:qFormat/>{}</w:style>"#
            ),
            id, name, level
        );
    }
    let _ = write!(
        out,
        concat!(
            r#"<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>"#,
            r#"<w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr>"#,
            r#"<w:rPr><w:sz w:val="{0}"/><w:szCs w:val="{0}"/></w:rPr></w:style></w:styles>"#
        ),
        note
    );
    out
}

/// The header of all pages but the first: the page's number.
pub(super) fn page_number(rules: &Rules) -> String {
    let (_, look) = rules.page_number.value;
    let size = look.size.to_half_points();
    format!(
        concat!(
            r#"{0}<w:hdr {1}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>"#,
            r#"<w:r><w:rPr><w:sz w:val="{2}"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>"#,
            r#"<w:r><w:rPr><w:sz w:val="{2}"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>"#,
            r#"<w:r><w:rPr><w:sz w:val="{2}"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r>"#,
            r#"<w:r><w:rPr><w:sz w:val="{2}"/></w:rPr><w:t>2</w:t></w:r>"#,
            r#"<w:r><w:rPr><w:sz w:val="{2}"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"#
        ),
        XML, NAMESPACES, size
    )
}

/// The header of the first page: nothing, or the QR code low in the left margin.
pub(super) fn first_header(picture: bool) -> String {
    if !picture {
        return format!(r"{XML}<w:hdr {NAMESPACES}><w:p/></w:hdr>");
    }
    let (left, top) = (PROOF_LEFT.emu(), PROOF_TOP.emu());
    let side = PROOF_SIDE.emu();
    format!(
        concat!(
            r#"{0}<w:hdr {1}><w:p><w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" "#,
            r#"simplePos="0" relativeHeight="2" behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1">"#,
            r#"<wp:simplePos x="0" y="0"/>"#,
            r#"<wp:positionH relativeFrom="page"><wp:posOffset>{2}</wp:posOffset></wp:positionH>"#,
            r#"<wp:positionV relativeFrom="page"><wp:posOffset>{3}</wp:posOffset></wp:positionV>"#,
            r#"<wp:extent cx="{4}" cy="{4}"/><wp:wrapNone/><wp:docPr id="9001" name="QR" descr="QR"/>"#,
            r#"<wp:cNvGraphicFramePr/><a:graphic>"#,
            r#"<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>"#,
            r#"<pic:nvPicPr><pic:cNvPr id="0" name="proof.png"/><pic:cNvPicPr/></pic:nvPicPr>"#,
            r#"<pic:blipFill><a:blip r:embed="proof"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#,
            r#"<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{4}" cy="{4}"/></a:xfrm>"#,
            r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"#,
            r#"</wp:anchor></w:drawing></w:r></w:p></w:hdr>"#
        ),
        XML, NAMESPACES, left, top, side
    )
}

/// The footer: nothing, or the short address on the first page.
pub(super) fn footer(short: Option<&str>) -> String {
    let line = short.filter(|short| !short.is_empty()).map_or_else(String::new, |short| {
        format!(
            r#"<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>"#,
            escaped(short)
        )
    });
    format!(r"{XML}<w:ftr {NAMESPACES}><w:p>{line}</w:p></w:ftr>")
}
