//! Words of Chương trình: directives, themes, programmes, the indicator catalogue.

phrases! {
    /// Chương trình.
    Programme {
        heading: "Chương trình", "Programmes";
        intro: "Văn bản chỉ đạo, chuyên đề, chương trình và danh mục chỉ tiêu.", "Directives, themes, programmes and the catalogue of indicators.";
        parts: "Các phần", "Parts";
        directives: "Văn bản chỉ đạo", "Directives";
        directive: "Văn bản", "Document";
        subject: "Trích yếu", "Subject";
        issued: "Ban hành", "Issued";
        issuer: "Cơ quan ban hành", "Issuer";
        relations: "Quan hệ", "Relations";
        themes: "Chuyên đề", "Themes";
        programmes: "Chương trình", "Programmes";
        indicators: "Danh mục chỉ tiêu", "Indicators";
        code: "Mã", "Code";
        name: "Chỉ tiêu", "Indicator";
        measure: "Đơn vị tính", "Measure";
        adds: "Cách cộng", "How it adds";
        breakdown: "Phân tổ", "Breakdown";
        pitfall: "Lưu ý", "Mind";
        unverified: "chưa kiểm chứng", "not verified";
        in_force: "Còn hiệu lực", "In force";
        ended: "Hết hiệu lực", "No longer in force";
        add_directive: "Ghi văn bản", "Register a directive";
        add_theme: "Ghi chuyên đề", "Register a theme";
        add_programme: "Ghi chương trình", "Register a programme";
        kind: "Loại văn bản", "Kind";
        number: "Số, ký hiệu", "Number and symbol";
        number_hint: "Ví dụ: 05-CT/TW", "For example: 05-CT/TW";
        issued_on: "Ngày ban hành", "Date of issue";
        relation: "Quan hệ với văn bản trước", "Relation to an earlier document";
        relation_none: "Không có", "None";
        earlier: "Văn bản trước", "Earlier document";
        source: "Nguồn thông tin", "Source";
        theme_year: "Năm hoặc giai đoạn", "Year or range";
        theme_hint: "Ví dụ: 2024, hoặc 2021-2025", "For example: 2024, or 2021-2025";
        number_needed: "Nhập số, ký hiệu văn bản.", "Type the number and symbol.";
        name_needed: "Nhập tên.", "Type the name.";
        taken: "Văn bản này đã có trong sổ.", "This document is in the register.";
        none_title: "Chưa ghi văn bản nào", "Nothing registered yet";
        none_text: "Ghi chỉ thị, kết luận làm căn cứ để báo cáo và chỉ tiêu dẫn về.", "Register the directives that reports and indicators rest on.";
        no_themes_title: "Chưa có chuyên đề, chương trình nào", "No theme or programme yet";
        no_themes_text: "Ghi chuyên đề của năm, rồi ghi chương trình để giao xuống các đơn vị.", "Write down the year's theme, then a programme to send to the units below.";
        themes_and_programmes: "Chuyên đề, chương trình", "Themes and programmes";
        relation_refused: "Đã ghi văn bản, nhưng quan hệ này không ghi được: đã có hoặc vòng lại chính nó.", "The document was registered; the relation was not: it is known or leads back to itself.";
        continued_by: "được tiếp tục bởi", "continued by";
        replaced_by: "được thay thế bởi", "replaced by";
        amended_by: "được sửa đổi bởi", "amended by";
        guided_by: "được hướng dẫn bởi", "guided by";
        + registered(name): "Đã ghi {name}.", "{name} was registered.";
        + catalogue(count): "{count} chỉ tiêu", "{count} indicators";
    }
}
