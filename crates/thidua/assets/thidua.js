/* Comforts only: every page works without this file. Nothing here reformats while a person types, acts on
   Backspace or on single letters: that would break Vietnamese typing programs. */
(function () {
  "use strict";
  var d = document, w = window;
  function all(selector, root) { return Array.prototype.slice.call((root || d).querySelectorAll(selector)); }
  function on(root, kind, act) { if (root) { root.addEventListener(kind, act); } }
  var speaker = d.createElement("p");
  speaker.className = "vh";
  speaker.setAttribute("role", "status");
  d.body.appendChild(speaker);
  function say(text) { speaker.textContent = ""; w.setTimeout(function () { speaker.textContent = text; }, 60); }

  /* The summary of refusals takes the focus, so that it is read first. */
  var summary = d.getElementById("tom-tat-loi");
  if (summary) { summary.focus(); }
  if (d.getElementById("nguon") && w.matchMedia("(max-width:75rem)").matches) { d.getElementById("nguon").scrollIntoView(); }

  /* Filters are sent when they change; the button stays for those without a script. */
  all("[data-gui]").forEach(function (field) { on(field, "change", function () { field.form.submit(); }); });
  all("[data-in]").forEach(function (button) { on(button, "click", function () { w.print(); }); });
  all("[data-chep]").forEach(function (button) {
    on(button, "click", function () {
      var told = button.getAttribute("data-chep");
      function done() { button.lastChild.textContent = told; say(told); }
      if (w.navigator.clipboard) { w.navigator.clipboard.writeText(w.location.href).then(done); return; }
      var box = d.createElement("textarea");
      box.value = w.location.href;
      d.body.appendChild(box); box.select(); d.execCommand("copy"); box.remove(); done();
    });
  });

  /* A page that waits for work looks again by itself; its link does so without a script. */
  if (d.querySelector("[data-cho]")) { w.setTimeout(function () { w.location.reload(); }, 2500); }

  /* Drop-downs close on Escape and on a press outside. */
  var drops = all("details.unit,details.acct,details.more");
  on(d, "click", function (event) {
    drops.forEach(function (drop) { if (drop.open && !drop.contains(event.target)) { drop.open = false; } });
  });

  /* Numbers: grouped when the field is left, never while typing. What cannot be read plainly is left alone;
     the server asks about it. */
  function grouped(text) {
    var plain = text.replace(/[\s\u00a0]/g, "");
    if (!/^\d+$/.test(plain) && !/^\d{1,3}(\.\d{3})+$/.test(plain)) { return text; }
    var digits = plain.replace(/\./g, "").replace(/^0+(?=\d)/, "");
    return digits.replace(/\B(?=(\d{3})+$)/g, ".");
  }
  all("input[data-so]").forEach(function (field) {
    on(field, "blur", function () { if (field.value) { field.value = grouped(field.value); } });
  });

  /* Enter goes to the next figure, Shift+Enter back; Ctrl+S saves. */
  var figures = all("table.ent input.ctl.num");
  figures.forEach(function (field, at) {
    on(field, "keydown", function (event) {
      if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.altKey) { return; }
      event.preventDefault();
      var next = figures[at + (event.shiftKey ? -1 : 1)];
      if (next) { next.focus(); next.select(); }
    });
  });

  /* A filing saves itself a second after typing stops, and says so; what could not be saved stays on the device. */
  all("form[data-tu-luu]").forEach(function (form) {
    var told = form.querySelector("[data-trang-thai]"), key = "nop:" + form.action, waiting = 0, held = null;
    function word(name) { return form.getAttribute("data-" + name); }
    function version() { return form.elements["phien-ban"]; }
    function typed() { return all("[name^=so-],[name^=ly-]", form).filter(function (field) { return field.type !== "radio"; }); }
    function save() {
      w.clearTimeout(waiting);
      var body = new w.FormData(form), shown = {};
      all("input[type=file]", form).forEach(function (file) { body.delete(file.name); });
      all("[name^=ghi-],[name^=luu-]", form).forEach(function (field) { body.delete(field.name); });
      body.forEach(function (value, name) { shown[name] = value; });
      body.append("viec", "tu-luu");
      told.textContent = word("dang-luu");
      w.fetch(form.action, { method: "POST", body: body }).then(function (answer) {
        return answer.json().then(function (end) {
          if (end.loi) { told.textContent = end.loi; return; }
          version().value = end["phien-ban"];
          all("[name^=cu-]", form).forEach(function (field) { field.value = shown["so-" + field.name.slice(3)] || ""; });
          w.localStorage.removeItem(key);
          dirty = false;
          told.textContent = word("da-luu") + " " + end.luc;
        });
      }).catch(function () { told.textContent = word("chua-luu"); waiting = w.setTimeout(save, 10000); });
    }
    try { held = JSON.parse(w.localStorage.getItem(key)); } catch (_) { held = null; }
    if (held && held.v === version().value) {
      typed().forEach(function (field) {
        var kept = held.f[field.name];
        if (kept !== undefined && kept !== field.value) { field.value = kept; told.textContent = word("lay-lai"); }
      });
    }
    function later() {
      var draft = { v: version().value, f: {} };
      typed().forEach(function (field) { draft.f[field.name] = field.value; });
      try { w.localStorage.setItem(key, JSON.stringify(draft)); } catch (_) { /* no room: the server saves in a second */ }
      w.clearTimeout(waiting); waiting = w.setTimeout(save, 1000);
    }
    on(form, "input", later);
    on(form, "change", later);
    /* A column copied from a sheet fills the fields downwards. */
    on(form, "paste", function (event) {
      var lines = event.clipboardData.getData("text").replace(/\s+$/, "").split(/\r?\n/), at = figures.indexOf(event.target);
      if (at < 0 || lines.length < 2) { return; }
      event.preventDefault();
      lines.forEach(function (line, down) { if (figures[at + down]) { figures[at + down].value = line.split("\t")[0].trim(); } });
      say(lines.length + " " + word("da-dan")); later();
    });
  });

  /* What was typed is not lost by a wrong click. */
  var guarded = all("form[data-giu]"), dirty = false, leaving = false;
  guarded.forEach(function (form) {
    on(form, "input", function () { dirty = true; });
    on(form, "submit", function (event) {
      /* A second press of a double click. */
      if (leaving) { event.preventDefault(); }
      leaving = true; w.setTimeout(function () { leaving = false; }, 999);
    });
  });
  on(w, "beforeunload", function (event) { if (dirty && !leaving) { event.preventDefault(); event.returnValue = ""; } });

  /* Long work says so on its own button and is not sent twice. */
  all("form[data-tien-do]").forEach(function (form) {
    on(form, "submit", function () {
      var button = form.querySelector("button[type=submit]");
      w.setTimeout(function () { button.setAttribute("aria-disabled", "true"); button.disabled = true; }, 0);
      button.style.minWidth = button.offsetWidth + "px";
      button.textContent = form.getAttribute("data-tien-do");
      say(button.textContent);
    });
  });

  /* Tables of figures are walked with arrow keys: one stop for Tab, then from cell to cell. */
  all("table[data-luoi]").forEach(function (table) {
    var rows = all("tr", table).map(function (row) { return all("th,td", row); });
    var links = all("a.cell", table);
    if (!links.length) { return; }
    var current = table.querySelector("a.cell[aria-current]") || links[0];
    links.forEach(function (link) { link.tabIndex = link === current ? 0 : -1; });
    function place(link) {
      for (var y = 0; y < rows.length; y += 1) {
        for (var x = 0; x < rows[y].length; x += 1) { if (rows[y][x].contains(link)) { return [y, x]; } }
      }
      return [0, 0];
    }
    on(table, "keydown", function (event) {
      var step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
      var link = event.target.closest ? event.target.closest("a.cell") : null;
      if (!step || !link || event.ctrlKey || event.altKey || event.metaKey) { return; }
      var at = place(link);
      for (var y = at[0] + step[0], x = at[1] + step[1]; rows[y] && rows[y][x]; y += step[0], x += step[1]) {
        var next = rows[y][x].querySelector("a.cell");
        if (next) {
          event.preventDefault();
          link.tabIndex = -1; next.tabIndex = 0; next.focus();
          return;
        }
      }
    });
  });

  /* The tree: right opens, left folds, up and down walk. */
  all("table[data-cay]").forEach(function (table) {
    on(table, "keydown", function (event) {
      var row = event.target.closest ? event.target.closest("tr") : null;
      if (!row || event.ctrlKey || event.altKey) { return; }
      var toggle = row.querySelector("a.tg");
      if (toggle && ((event.key === "ArrowRight" && toggle.getAttribute("aria-expanded") === "false") ||
          (event.key === "ArrowLeft" && toggle.getAttribute("aria-expanded") === "true"))) {
        event.preventDefault(); toggle.click(); return;
      }
      var next = event.key === "ArrowDown" ? row.nextElementSibling : event.key === "ArrowUp" ? row.previousElementSibling : null;
      if (next) {
        var link = next.querySelector("th span a");
        if (link) { event.preventDefault(); link.focus(); }
      }
    });
  });

  /* The reading page: Alt with arrows walks the proposals, Alt+Enter accepts. */
  var list = d.querySelector("ol[data-doc]");
  var items = list ? all("li", list) : [];
  function currentItem() {
    for (var at = 0; at < items.length; at += 1) {
      if (items[at].contains(d.activeElement) || items[at] === d.activeElement) { return at; }
    }
    return -1;
  }
  function show(item) {
    item.focus({ preventScroll: false });
    all("mark.h.cur").forEach(function (mark) { mark.classList.remove("cur"); });
    var mark = d.getElementById("s" + item.id.slice(1));
    if (mark) { mark.classList.add("cur"); mark.scrollIntoView({ block: "center" }); item.scrollIntoView({ block: "nearest" }); }
  }
  function openItems() { return items.filter(function (item) { return item.querySelector("[data-nhan]"); }); }
  if (list && /^#d\d+$/.test(w.location.hash)) {
    var asked = d.getElementById(w.location.hash.slice(1));
    if (asked) { show(asked); }
  }

  on(d, "keydown", function (event) {
    if (event.isComposing) { return; }
    var key = event.key;
    if (event.ctrlKey && !event.altKey && !event.shiftKey && key.toLowerCase() === "k") {
      var search = d.getElementById("q");
      if (search && search.offsetParent) { event.preventDefault(); search.focus(); search.select(); }
    } else if (event.ctrlKey && !event.altKey && !event.shiftKey && key.toLowerCase() === "s") {
      if (guarded.length) {
        event.preventDefault();
        var main = guarded[0].querySelector("button.pri[type=submit]");
        if (main) { main.click(); }
      }
    } else if (key === "Escape") {
      drops.forEach(function (drop) { if (drop.open) { drop.open = false; drop.querySelector("summary").focus(); } });
      var close = d.querySelector("a[data-dong]");
      if (close && !d.querySelector("details.unit[open],details.acct[open]")) { close.click(); }
    } else if (items.length && event.altKey && !event.ctrlKey && (key === "ArrowDown" || key === "ArrowUp")) {
      event.preventDefault();
      var at = currentItem(), next = at < 0 ? (openItems()[0] || items[0]) : items[at + (key === "ArrowDown" ? 1 : -1)];
      if (next) { show(next); }
    } else if (items.length && event.altKey && !event.ctrlKey && key === "Enter") {
      var here = currentItem();
      var accept = here >= 0 ? items[here].querySelector("[data-nhan]") : null;
      if (accept && !accept.disabled) { event.preventDefault(); accept.click(); }
    }
  });
}());
