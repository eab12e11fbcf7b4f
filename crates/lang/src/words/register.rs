//! Words of Sổ khen thưởng.

phrases! {
    /// Sổ khen thưởng.
    Register {
        heading: "Sổ khen thưởng", "Register of awards";
        intro: "Mọi quyết định trong sổ của đơn vị và các đơn vị bên dưới.", "Every decision in the registers of the unit and those below it.";
        year: "Năm quyết định", "Year of the decision";
        every_year: "Mọi năm", "Every year";
        name: "Họ tên, tên tập thể", "Name";
        name_hint: "Có dấu hay không dấu đều được", "With or without marks";
        look_up: "Tìm", "Look up";
        lines: "Các dòng trong sổ", "Lines of the register";
        number: "Số", "Number";
        form: "Hình thức", "Form";
        decision: "Quyết định", "Decision";
        standing: "Hiệu lực", "Standing";
        stands: "Còn hiệu lực", "Stands";
        annulled: "Đã hủy bỏ", "Cancelled";
        stripped: "Đã tước", "Stripped";
        none_title: "Không có dòng nào", "No line";
        none_text: "Chưa có quyết định khen thưởng nào khớp với điều kiện tìm.", "No decision on awards agrees with what is looked for.";
        statistics: "Thống kê năm", "Yearly statistics";
        as_form: "Theo nội dung biểu 0701.N–0703.N", "After the content of forms 0701.N–0703.N";
        unverified: "Mẫu biểu chưa kiểm chứng với văn bản chính thức; đối chiếu trước khi gửi.", "The layout was not checked against the official text; compare before sending.";
        times_not_people: "Đếm lượt khen còn hiệu lực, không phải số người.", "Counted are times honoured that stand, not people.";
        collectives: "Tập thể", "Collectives";
        individuals: "Cá nhân", "Individuals";
        households: "Hộ gia đình", "Households";
        not_split: "Không tách được", "Told in one number";
        collective: "Tập thể", "Collective";
        individual: "Cá nhân", "Individual";
        household: "Hộ gia đình", "Household";
        both: "Tập thể, cá nhân", "Collectives and individuals";
        total: "Cộng", "Total";
        + statistics_of(year): "Thống kê khen thưởng năm {year}", "Awards of {year}";
        + counted(collectives, individuals, households): "Còn hiệu lực: {collectives} tập thể, {individuals} cá nhân, {households} hộ", "Standing: {collectives} collectives, {individuals} individuals, {households} households";
        + combined(count): "{count} tập thể, cá nhân ghi chung", "{count} told in one number";
        + people(count): "{count} người, không tính trùng", "{count} people, each counted once";
        + more(shown, total): "Hiện {shown} trên {total} dòng; lọc theo năm hoặc tên để xem tiếp.", "{shown} of {total} lines; choose a year or a name to see others.";
        + only_number(count): "{count} tập thể, cá nhân (không ghi tên)", "{count} without names";
    }
}
