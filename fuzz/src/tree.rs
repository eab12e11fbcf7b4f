//! Well-formed Word markup written as a string of bytes says: every byte opens, closes, or writes something.
//!
//! Not here: markup that is not well formed, which `docx_parts` tries.

/// Styles that the bodies name.
pub(crate) const STYLES: &str = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"S0\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"S1\"><w:basedOn w:val=\"S2\"/><w:rPr><w:rFonts w:ascii=\".VnTimeH\"/></w:rPr></w:style><w:style w:styleId=\"S2\"><w:basedOn w:val=\"S1\"/><w:pPr><w:outlineLvl w:val=\"8\"/></w:pPr></w:style><w:style w:styleId=\"S3\"><w:name w:val=\"caption\"/></w:style></w:styles>";

/// Elements that hold others.
const OPEN: [&str; 32] = [
    "w:p",
    "w:r",
    "w:t",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:pPr",
    "w:rPr",
    "w:tcPr",
    "w:tblPr",
    "w:trPr",
    "w:ins",
    "w:del",
    "w:moveFrom",
    "w:moveTo",
    "w:sdt",
    "w:sdtContent",
    "w:hyperlink",
    "w:smartTag",
    "mc:AlternateContent",
    "mc:Choice",
    "mc:Fallback",
    "w:pict",
    "w:txbxContent",
    "w:ruby",
    "w:rt",
    "w:rubyBase",
    "w:delText",
    "w:instrText",
    "w:sectPr",
    "m:oMath",
    "w:fldSimple",
];

/// Elements that hold nothing.
const EMPTY: [&str; 32] = [
    "w:vMerge",
    "w:vMerge w:val=\"restart\"",
    "w:vMerge w:val=\"continue\"",
    "w:gridSpan w:val=\"2\"",
    "w:gridSpan w:val=\"0\"",
    "w:gridSpan w:val=\"4294967295\"",
    "w:gridSpan w:val=\"-1\"",
    "w:gridBefore w:val=\"3\"",
    "w:gridAfter w:val=\"99999\"",
    "w:gridBefore w:val=\"4294967295\"",
    "w:pStyle w:val=\"S0\"",
    "w:pStyle w:val=\"S1\"",
    "w:pStyle w:val=\"S3\"",
    "w:rStyle w:val=\"S2\"",
    "w:rFonts w:ascii=\".VnTime\"",
    "w:rFonts w:hAnsi=\"VNI-Times\"",
    "w:rFonts w:ascii=\"Arial\"",
    "w:vanish",
    "w:vanish w:val=\"0\"",
    "w:tab",
    "w:br",
    "w:br w:type=\"page\"",
    "w:noBreakHyphen",
    "w:softHyphen",
    "w:sym w:font=\"Symbol\" w:char=\"F0B7\"",
    "w:footnoteReference w:id=\"1\"",
    "w:commentReference w:id=\"1\"",
    "w:outlineLvl w:val=\"255\"",
    "w:outlineLvl w:val=\"0\"",
    "w:del",
    "w:ins",
    "w:numPr",
];

/// Texts, among them letters and marks that belong together, and old encodings.
const WORDS: [&str; 32] = [
    " ",
    "\n",
    "\t",
    "6.296 cây",
    "e",
    "\u{302}",
    "\u{323}",
    "&amp;",
    "&#7879;",
    "&#x300;",
    "\u{a0}",
    "Häc tËp",
    "§¶ng",
    "Ñaûng",
    "boä",
    "o",
    "ä",
    "\u{1b0}",
    "\u{200b}",
    "\u{fffd}",
    "ﬁ",
    "한",
    "\u{1100}",
    "\u{1161}",
    "]]>",
    "\u{85}",
    "\u{2028}",
    "1",
    ".",
    "Đơn vị",
    "<![CDATA[<w:p>]]>",
    "<!-- -->",
];

/// The body that `bytes` write. Every element closes, and paragraphs of the usual kind come as one byte.
pub(crate) fn body(bytes: &[u8]) -> String {
    let mut out = "<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>".to_owned();
    let mut open: Vec<&str> = Vec::new();
    for byte in bytes {
        let pick = usize::from(byte & 0x1f);
        match byte >> 5 {
            0 | 1 => {
                out.push_str(&format!("<{}>", OPEN[pick]));
                open.push(OPEN[pick]);
            }
            2 => out.push_str(&format!("<{}/>", EMPTY[pick])),
            3 => out.push_str(WORDS[pick]),
            4 => out.push_str(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", WORDS[pick])),
            5 => out.push_str(&format!("<w:tc><w:tcPr><{}/></w:tcPr><w:p/></w:tc>", EMPTY[pick])),
            6 => out
                .push_str(&format!("<w:r><w:rPr><{}/></w:rPr><w:t>{}</w:t></w:r>", EMPTY[pick], WORDS[pick])),
            _ => {
                for _ in 0..=(pick & 3) {
                    if let Some(name) = open.pop() {
                        out.push_str(&format!("</{name}>"));
                    }
                }
            }
        }
    }
    for name in open.iter().rev() {
        out.push_str(&format!("</{name}>"));
    }
    out.push_str("</w:body></w:document>");
    out
}
