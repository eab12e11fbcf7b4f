//! The program itself, as it is started on a machine: what it prints, how it ends, and what a kill leaves behind.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use acts::installation::{self, Address};

use crate::house::{Folder, House};

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
    command.args(arguments).arg("--data").arg(folder).env_remove("THIDUA_DATABASE_URL");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(folder: &Path, arguments: &[&str], typed: &str) -> Output {
    let mut child = program(folder, arguments).spawn().unwrap();
    // A program that asks for nothing may be gone already.
    drop(child.stdin.take().unwrap().write_all(typed.as_bytes()));
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn article(number: &str) -> String {
    format!("{}/../../demo/articles/{number}.txt", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn reports_are_read_one_by_one_and_the_hostile_one_is_told() {
    let folder = Folder::new();
    let bomb = folder.path().join("bom.docx");
    fs::write(&bomb, hostile()).unwrap();
    let out = folder.path().join("ket-qua");
    let (bomb, target) = (bomb.to_str().unwrap(), out.to_str().unwrap());
    let (first, last) = (article("000"), article("004"));
    let read =
        run(folder.path(), &["read", "--json", "--out", target, &first, bomb, "khong-co.txt", &last], "");
    assert_eq!(read.status.code(), Some(1));
    assert!(said(&read).contains("bom.docx: Tệp"), "{}", said(&read));
    assert!(said(&read).contains("khong-co.txt: Không có tệp này."), "{}", said(&read));
    let mut names: Vec<_> = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["000.json", "004.json"]);
    let json: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(out.join("000.json")).unwrap()).unwrap();
    let text: Vec<char> = fs::read_to_string(&first).unwrap().chars().collect();
    let trees = json["indicators"].as_array().unwrap().iter().find(|one| one["value"] == 6_296).unwrap();
    let end = |at: usize| usize::try_from(trees["spans"][0][at].as_u64().unwrap()).unwrap();
    assert!(text[end(0)..end(1)].iter().collect::<String>().contains("6.296"));
    // Reading needs no database and makes none.
    assert!(!folder.path().join("thidua.db").exists());
    let shown = run(folder.path(), &["read", &last], "");
    assert_eq!(shown.status.code(), Some(0));
    assert!(said(&shown).contains("691 tập thể, 1.780 cá nhân"), "{}", said(&shown));
}

/// A Word file whose text is made of entities that grow without end.
fn hostile() -> Vec<u8> {
    let document = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\
                    <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
                    <w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in [("[Content_Types].xml", types), ("word/document.xml", document)] {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn an_installation_is_made_once_and_needs_a_password_worth_its_name() {
    let folder = Folder::new();
    let served = run(folder.path(), &["serve"], "");
    assert_eq!(served.status.code(), Some(1));
    assert!(said(&served).contains("thidua init"), "{}", said(&served));
    let short = run(folder.path(), &["init", "--password-stdin"], "ngắn\n");
    assert!(said(&short).contains("ít nhất 14"), "{}", said(&short));
    let made = run(folder.path(), &["init", "--login", "binh", "--name", "Nguyễn Văn Bình"], "");
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    let again = run(folder.path(), &["init"], "");
    assert_eq!(again.status.code(), Some(1));
    assert!(said(&again).contains("chỉ dùng một lần"), "{}", said(&again));
    let output = said(&made);
    let password = output.lines().find_map(|line| line.strip_prefix("Mật khẩu:")).unwrap().trim();
    let token = run(folder.path(), &["token", "--login", "binh"], &format!("{password}\n"));
    assert_eq!((token.status.code(), token.stdout.len()), (Some(0), 65), "{}", said(&token));
    let wrong = run(folder.path(), &["token", "--login", "binh"], "mật khẩu đoán mò thôi\n");
    assert_eq!(wrong.status.code(), Some(1));
    let stranger = run(folder.path(), &["recover", "--login", "la"], "");
    assert_eq!(stranger.status.code(), Some(1));
    assert!(said(&stranger).contains("Không có người quản trị"), "{}", said(&stranger));
    let recovered = run(folder.path(), &["recover", "--login", "binh"], "");
    assert_eq!(recovered.status.code(), Some(0), "{}", said(&recovered));
    let fresh = String::from_utf8(recovered.stdout).unwrap();
    assert_ne!(fresh.trim(), password);
    let old = run(folder.path(), &["token", "--login", "binh"], &format!("{password}\n"));
    assert!(said(&old).contains("không đúng"), "{}", said(&old));
    let first = run(folder.path(), &["token", "--login", "binh"], &fresh);
    assert!(said(&first).contains("đổi mật khẩu lần đầu trước"), "{}", said(&first));
}

#[tokio::test]
async fn the_doctor_agrees_with_the_demonstration() {
    let house = House::open().await;
    house.app.db().close().await;
    let output = run(house.folder(), &["doctor"], "");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("Số tổng hợp khớp với số liệu gốc."), "{}", said(&output));
    assert!(said(&output).contains("Chuỗi nhật ký liền mạch"), "{}", said(&output));
}

/// A sheet of units large enough that its import takes a while.
fn sheet(units: usize) -> String {
    use std::fmt::Write as _;
    let mut sheet = String::from("code,level,full_name,parent_code\nT0,province,Tỉnh Thử,\n");
    for place in 1..=units {
        writeln!(sheet, "T{place},commune,Xã Thử {place},T0").unwrap();
    }
    sheet
}

#[tokio::test]
async fn a_kill_in_the_middle_of_an_import_leaves_all_or_nothing() {
    let house = House::open().await;
    let password = thidua::demo::open_accounts(&house.app).await.unwrap();
    let password = password.iter().find(|one| one.login == "quantri").unwrap().password.clone();
    house.app.db().close().await;
    let units = 3_000;
    let file = house.folder().join("don-vi.csv");
    fs::write(&file, sheet(units)).unwrap();
    let arguments = ["import-units", file.to_str().unwrap(), "--login", "quantri"];
    let mut killed = 0;
    for wait in [150, 300, 450, 700, 1_000] {
        let mut child = program(house.folder(), &arguments).spawn().unwrap();
        child.stdin.take().unwrap().write_all(format!("{password}\n").as_bytes()).unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        // SIGKILL: the program gets no chance to tidy up.
        child.kill().unwrap();
        let ended = child.wait_with_output().unwrap();
        killed += usize::from(ended.status.code().is_none());
        let doctor = run(house.folder(), &["doctor"], "");
        assert_eq!(doctor.status.code(), Some(0), "after {wait} ms: {}", said(&doctor));
        let there = units_there(house.folder()).await;
        assert!(there == 0 || there == units, "after {wait} ms {there} units are there");
    }
    assert!(killed > 0, "every import ended before its kill");
    let done = run(house.folder(), &arguments, &format!("{password}\n"));
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    assert_eq!(units_there(house.folder()).await, units);
}

/// A schema of its own in the tests' server; nothing where none is named.
#[expect(clippy::disallowed_methods, reason = "the tests' one setting")]
async fn server() -> Option<String> {
    let address = std::env::var("THIDUA_TEST_POSTGRES").ok()?;
    let app =
        installation::open(Address::Postgres(address.clone()), thidua::config::clock(), 1).await.unwrap();
    let schema = format!("kill_{}_{}", std::process::id(), app.now_ms());
    let mut tx = app.db().write().await.unwrap();
    tx.run(format!("CREATE SCHEMA {schema}"), Vec::new()).await.unwrap();
    tx.commit().await.unwrap();
    app.db().close().await;
    let joint = if address.contains('?') { '&' } else { '?' };
    Some(format!("{address}{joint}options=-csearch_path%3D{schema}"))
}

#[tokio::test]
async fn a_kill_in_the_middle_of_an_import_leaves_a_server_whole() {
    let Some(address) = server().await else { return };
    let folder = Folder::new();
    let start = |arguments: &[&str], typed: &str| {
        let mut command = program(folder.path(), arguments);
        let mut child = command.env("THIDUA_DATABASE_URL", &address).spawn().unwrap();
        drop(child.stdin.take().unwrap().write_all(typed.as_bytes()));
        child
    };
    let run = |arguments: &[&str], typed: &str| start(arguments, typed).wait_with_output().unwrap();
    let password = "sóng vỗ bờ đá xám ngày đông";
    let made = run(&["init", "--login", "quantri", "--password-stdin"], &format!("{password}\n"));
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    let units = 3_000;
    let file = folder.path().join("don-vi.csv");
    fs::write(&file, sheet(units)).unwrap();
    let arguments = ["import-units", file.to_str().unwrap(), "--login", "quantri", "--decision", "QĐ 1"];
    let there = async || {
        let opened = Address::Postgres(address.clone());
        let app = installation::open(opened, thidua::config::clock(), 2).await.unwrap();
        let row =
            app.db().read().await.unwrap().first("SELECT count(*) FROM unit", Vec::new()).await.unwrap();
        app.db().close().await;
        usize::try_from(row.unwrap().int(0).unwrap()).unwrap()
    };
    let mut killed = 0;
    for wait in [150, 300, 450, 700, 1_000] {
        let mut child = start(&arguments, &format!("{password}\n"));
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().unwrap();
        killed += usize::from(child.wait_with_output().unwrap().status.code().is_none());
        let doctor = run(&["doctor"], "");
        assert_eq!(doctor.status.code(), Some(0), "after {wait} ms: {}", said(&doctor));
        let there = there().await;
        assert!(there == 0 || there == units + 1, "after {wait} ms {there} units are there");
    }
    assert!(killed > 0, "every import ended before its kill");
    let done = run(&arguments, &format!("{password}\n"));
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    assert_eq!(there().await, units + 1);
}

#[cfg(unix)]
#[tokio::test]
async fn a_disk_that_fills_up_during_an_import_leaves_nothing_of_it() {
    let house = House::open().await;
    let password = thidua::demo::open_accounts(&house.app).await.unwrap();
    let password = password.iter().find(|one| one.login == "quantri").unwrap().password.clone();
    house.app.db().close().await;
    let units = 3_000;
    let file = house.folder().join("don-vi.csv");
    fs::write(&file, sheet(units)).unwrap();
    // No file may grow beyond 512 KB: the database is larger already and its log of changes soon will be. The signal
    // that says so is ignored, so that the program gets the error as it does on a full disk.
    let limited = "trap '' XFSZ; ulimit -f 1024; exec \"$@\"";
    let arguments = ["import-units", file.to_str().unwrap(), "--login", "quantri", "--decision", "QĐ 1"];
    let mut command = Command::new("sh");
    command.args(["-c", limited, "sh", env!("CARGO_BIN_EXE_thidua")]).args(arguments);
    command.arg("--data").arg(house.folder()).env_remove("THIDUA_DATABASE_URL");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(format!("{password}\n").as_bytes()).unwrap();
    let refused = child.wait_with_output().unwrap();
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
    assert!(said(&refused).contains("Máy chủ không còn chỗ để ghi. Chưa ghi gì."), "{}", said(&refused));
    let doctor = run(house.folder(), &["doctor"], "");
    assert_eq!(doctor.status.code(), Some(0), "{}", said(&doctor));
    assert_eq!(units_there(house.folder()).await, 0);
    let done = run(house.folder(), &arguments, &format!("{password}\n"));
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    assert_eq!(units_there(house.folder()).await, units);
}

/// How many communes of the sheet are there.
async fn units_there(folder: &Path) -> usize {
    let house = House::at(folder).await;
    let (manager, _) = house.person("quantri").await;
    let found = acts::unit::resolve(&manager, "T0").await.unwrap();
    let children = match found.first() {
        None => 0,
        Some((province, _)) => {
            acts::unit::view(&manager, province.unit, house.app.today()).await.unwrap().children
        }
    };
    house.app.db().close().await;
    children
}

/// What a server answers to somebody who asks for the login page; empty when it hangs up.
fn asked(address: &str) -> String {
    let mut answer = String::new();
    if let Ok(mut page) = std::net::TcpStream::connect(address) {
        let asked =
            page.write_all(b"GET /dang-nhap HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        if asked.is_err() || std::io::Read::read_to_string(&mut page, &mut answer).is_err() {
            answer.clear();
        }
    }
    answer
}

#[cfg(unix)]
#[tokio::test]
async fn the_server_ends_when_the_system_asks() {
    let house = House::open().await;
    house.app.db().close().await;
    let mut child = program(house.folder(), &["serve", "--listen", "127.0.0.1:0"]).spawn().unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
    let address = loop {
        let line = lines.next().unwrap().unwrap();
        if let Some(address) = line.strip_prefix("Địa chỉ:") {
            break address.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        }
    };
    // On a machine that is busy with other things the first answer may be that it came too slowly.
    let answer = (0..10).map(|_| asked(&address)).find(|answer| answer.starts_with("HTTP/1.1 200"));
    assert!(answer.is_some(), "the last answer was {}", asked(&address));
    Command::new("kill").arg(child.id().to_string()).status().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
