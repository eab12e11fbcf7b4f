//! Words of the page about the rules of commendation and its three reckoners.

phrases! {
    /// Words about the rules of commendation.
    Award {
        heading: "Quy định khen thưởng", "Rules of commendation";
        intro: "Mỗi quy định có điều khoản, nguồn và ngày hiệu lực; hồ sơ được xét theo quy định của ngày quyết định.", "Each rule has its article, source and dates; a case is judged by the rules of the day of decision.";
        day: "Xem quy định của ngày", "Rules as of";
        filters: "Chọn ngày", "Choose the day";
        forms: "Hình thức và quy định", "Forms and rules";
        form: "Hình thức", "Form";
        rules: "Quy định", "Rules";
        rule: "Quy định", "Rule";
        provision: "Nội dung", "What it says";
        doubt: "Lưu ý", "Mind";
        ground: "Căn cứ, hiệu lực", "Ground, in force since";
        general: "Nguyên tắc chung", "General principles";
        none: "chưa có quy định trong sổ", "no rule registered";
        unverified: "chưa kiểm chứng", "not verified";
        may_have_ended: "căn cứ có thể đã hết hiệu lực", "the text may have ended";
        prize: "Tính tiền thưởng", "Prize money";
        whom: "Cho ai", "For whom";
        decided: "Ngày quyết định", "Day of decision";
        reckon: "Tính", "Reckon";
        term: "Tính hạn theo ngày làm việc", "Term in working days";
        start: "Ngày bắt đầu", "Begins";
        days: "Số ngày làm việc", "Working days";
        days_wrong: "Nhập số ngày từ 1 đến 500.", "Type a number from 1 to 500.";
        age: "Tính tuổi Đảng", "Years in the Party";
        admitted: "Ngày ký quyết định kết nạp", "Day of the decision to admit";
        away: "Số tháng không sinh hoạt Đảng", "Months outside the Party's activity";
        away_wrong: "Nhập số tháng từ 0 đến 1200.", "Type a number from 0 to 1200.";
        until: "Tính đến ngày", "As of";
        no_form: "Ngày này không có hình thức đó.", "There was no such form on that day.";
        not_for_them: "Hình thức này không dành cho đối tượng đã chọn.", "This form goes to others.";
        no_multiple: "Chưa có mức tiền thưởng trong sổ.", "No multiple is registered.";
        no_salary: "Chưa có lương cơ sở của ngày này trong sổ.", "No base salary is registered for that day.";
        unrounded: "chưa biết quy tắc làm tròn nên để nguyên", "no rule of rounding is known, so it is not rounded";
        at_most: "không quá", "at most";
        + share(percent): "{percent}% tổng số thành viên", "{percent}% of all members";
        + quorum(numerator, denominator): "có mặt ít nhất {numerator}/{denominator} tổng số thành viên", "at least {numerator}/{denominator} of all members present";
        + working_days(count): "{count} ngày làm việc", "{count} working days";
        + multiple(times): "{times} lần lương cơ sở", "{times} times the base salary";
        + papers(copies, papers): "{copies} bộ: {papers}", "{copies} sets: {papers}";
        + calculation(times, base, exact, paid): "{times} × {base} = {exact}; được thưởng {paid} đồng", "{times} × {base} = {exact}; {paid} đồng is paid";
        + last_day(day): "Ngày cuối: {day}", "Last day: {day}";
        + day_unverified(day): "Lịch nghỉ ngày {day} chưa kiểm chứng.", "The calendar of {day} is not verified.";
        + day_proposed(day): "Ngày {day} có thể là ngày nghỉ; hạn khi đó lùi một ngày.", "{day} may become a holiday; the term would end a day later.";
        + year_unknown(year): "Năm {year} chưa có lịch nghỉ.", "The holidays of {year} are not known.";
        + party_age(years, months): "{years} năm {months} tháng tuổi Đảng", "{years} years and {months} months in the Party";
        + next_badge(years, month): "Huy hiệu kế tiếp: {years} năm, từ tháng {month}", "Next badge: {years} years, from {month}";
        + in_force(count): "{count} hình thức", "{count} forms";
    }
}
