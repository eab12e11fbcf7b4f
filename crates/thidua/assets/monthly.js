/* The monthly form: what is typed stays on the device; what is sent carries a key that the device made, waits for the
   network, and is stored once however often it is sent. */
(function () {
  "use strict";
  var d = document, w = window, form = d.querySelector("form[data-thang]"), store = w.localStorage;
  if (!form || !store || !w.fetch) { return; }
  if (w.navigator.serviceWorker) { w.navigator.serviceWorker.register("/so-lieu/thang/sw.js"); }
  var banner = d.querySelector("[data-mang]"), status = form.querySelector("[data-trang-thai]");
  var address = form.getAttribute("action"), draftKey = "thang:" + address, busy = false;
  function all(selector, root) { return Array.prototype.slice.call((root || form).querySelectorAll(selector)); }
  function say(text) { if (status) { status.textContent = text; } }
  function word(name) { return form.getAttribute("data-" + name); }
  function read(key, other) { try { return JSON.parse(store.getItem(key)) || other; } catch (_) { return other; } }
  function write(key, value) { try { store.setItem(key, JSON.stringify(value)); return true; } catch (_) { return false; } }
  function queue() { return read("thang-cho", []); }
  function network() { banner.hidden = w.navigator.onLine; }
  function key() {
    return Array.prototype.map.call(w.crypto.getRandomValues(new Uint8Array(16)), function (byte) {
      return ("0" + byte.toString(16)).slice(-2);
    }).join("");
  }
  var device = read("thang-may", "") || key();
  write("thang-may", device);

  function fields() {
    var out = {};
    new w.FormData(form).forEach(function (value, name) { if (/^(so|cu|ly)-|^phien/.test(name)) { out[name] = value; } });
    return out;
  }
  function count() {
    var boxes = all("[data-muc]"), told = d.querySelector("[data-dem]");
    var done = boxes.filter(function (box) {
      var field = box.querySelector("[name^=so-]:not([type=radio])");
      return field ? field.value.trim() : box.querySelector(":checked");
    }).length;
    told.textContent = told.textContent.replace(/\d+/, done);
    all(".bar rect", d).forEach(function (rect) { rect.setAttribute("width", Math.round(done * 100 / boxes.length)); });
  }
  function keep() {
    if (write(draftKey, fields())) { say(word("da-luu") + " " + new Date().toTimeString().slice(0, 5)); }
    count();
  }
  /* A draft comes back where the server knows nothing newer. */
  var draft = read(draftKey, {});
  if (draft["phien-ban"] === form.elements["phien-ban"].value) {
    all("[name^=so-],[name^=ly-]").forEach(function (field) {
      var value = draft[field.name];
      if (field.type === "radio") { field.checked = field.value === value; }
      else if (value !== undefined) { field.value = value; }
    });
  }

  function flush() {
    var packet = queue()[0];
    if (busy || !packet || !w.navigator.onLine) { return; }
    busy = true;
    var body = new w.URLSearchParams(packet.fields);
    // The token of this page: the one of days ago may be gone.
    body.set("ma", form.elements.ma.value);
    say(word("dang-gui"));
    w.fetch(packet.to, { method: "POST", body: body, headers: { Accept: "application/json" } }).then(function (answer) {
      if (answer.status !== 200 && answer.status !== 422) { throw answer; }
      return answer.json();
    }).then(function (told) {
      busy = false;
      write("thang-cho", queue().filter(function (one) { return one.fields.goi !== packet.fields.goi; }));
      if (told.loi) { say(word("xem-lai") + " " + told.loi.join(" ")); return; }
      store.removeItem("thang:" + packet.to);
      say(told.cau);
      if (packet.to === address) { w.location.href = told["bien-nhan"]; } else { flush(); }
    }).catch(function () { busy = false; say(word("xep-hang")); });
  }
  form.addEventListener("input", keep);
  form.addEventListener("click", function (event) {
    var button = event.target.closest("[data-buoc],[data-lai]");
    if (!button) { return; }
    event.preventDefault();
    var field = button.closest("[data-muc]").querySelector("input.num"), step = Number(button.getAttribute("data-buoc"));
    field.value = step ? Math.max(0, (parseInt(field.value.replace(/\./g, ""), 10) || 0) + step) : button.getAttribute("data-lai");
    keep();
  });
  form.addEventListener("submit", function (event) {
    if (event.submitter && event.submitter.name === "dung") { return; }
    var sent = fields();
    sent.goi = key(); sent.may = device; sent.luc = String(Date.now());
    var others = queue().filter(function (one) { return one.to !== address; });
    keep();
    if (!write("thang-cho", others.concat([{ to: address, fields: sent }]))) { return; }
    event.preventDefault();
    say(word("xep-hang"));
    flush();
  });
  w.addEventListener("online", function () { network(); flush(); });
  w.addEventListener("offline", network);
  w.setInterval(flush, 30000);
  network(); count(); flush();
}());
