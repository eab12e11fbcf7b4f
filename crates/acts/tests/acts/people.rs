//! Installation, logins, accounts, duties, tokens.

use crate::cast::{Cast, PASSWORD, TODAY, casts, denied, installation, missing, new_account, refused};
use acts::account::{self, AccountRefusal, CloseRefusal, PasswordRefusal};
use acts::duty::{self, DutyRefusal, NewDuty};
use acts::installation::{CreateRefusal, FirstAdministrator};
use acts::login::{self, LoginRefusal};
use acts::token::{self, TokenRefusal};
use acts::{Ctx, directive, indicator};
use domain::authority::{Action, Right};
use domain::directive::Relation;
use domain::id::AccountId;
use jiff::civil::date;
use store::testing::databases;

const NEW_PASSWORD: &str = "nước chảy đá mòn";

#[tokio::test]
async fn an_installation_is_created_once() {
    for db in databases().await {
        let (app, _, an) = installation(&db).await;
        assert!(!acts::installation::is_empty(&app).await.unwrap());
        let second = FirstAdministrator {
            login_name: "hai".to_owned(),
            full_name: "Người Thứ Hai".to_owned(),
            password: PASSWORD.to_owned(),
        };
        let again = acts::installation::create(&app, second).await;
        assert_eq!(refused(again), CreateRefusal::AlreadyCreated);
        let mine = duty::mine(&an).await.unwrap();
        assert_eq!((mine.len(), mine[0].right, mine[0].unit), (1, Right::Manage, None));
        assert!(!indicator::catalogue(&an).await.unwrap().indicators.is_empty());
    }
}

#[tokio::test]
async fn a_weak_first_password_creates_nothing() {
    for db in databases().await {
        let (clock, _) = acts::Clock::standing(jiff::Timestamp::UNIX_EPOCH);
        let app = acts::App::new(Clone::clone(&*db), clock, 1);
        let first = FirstAdministrator {
            login_name: "an".to_owned(),
            full_name: "Nguyễn Thị An".to_owned(),
            password: "matkhau".to_owned(),
        };
        let short = AccountRefusal::Password(PasswordRefusal::TooShort { least: 14 });
        assert_eq!(refused(acts::installation::create(&app, first).await), CreateRefusal::Account(short));
        assert!(acts::installation::is_empty(&app).await.unwrap());
    }
}

#[tokio::test]
async fn the_shipped_register_tells_the_lineage() {
    for db in databases().await {
        let (_, _, an) = installation(&db).await;
        let register = directive::list(&an).await.unwrap();
        let find = |number: &str| {
            register.iter().find(|view| view.directive.number == number).unwrap_or_else(|| panic!("{number}"))
        };
        let mut next = find("06-CT/TW");
        for number in ["03-CT/TW", "05-CT/TW", "01-KL/TW", "07-CT/TW"] {
            let follower = find(number);
            assert!(next.followed_by.contains(&follower.directive.id), "{number}");
            next = follower;
        }
        assert!(find("05-CT/TW").directive.verified);
        assert!(!find("07-CT/TW").directive.verified);
        let replaced = &find("98/2023/NĐ-CP").relations;
        assert!(replaced.iter().any(|row| {
            row.relation == Relation::Replaces
                && row.other_is_newer
                && row.cited == "Nghị định số 152/2025/NĐ-CP"
        }));
    }
}

async fn try_login(cast: &Cast, name: &str, password: &str) -> Result<String, LoginRefusal> {
    match login::begin(&cast.app, name, password, "10.0.0.1", "thử").await {
        Ok(token) => Ok(token.0),
        other => Err(refused(other)),
    }
}

#[tokio::test]
async fn a_login_is_found_until_it_ends() {
    for cast in casts().await {
        let token = try_login(&cast, " BINH ", PASSWORD).await.unwrap();
        let person = login::find(&cast.app, &token).await.unwrap().expect("Bình");
        assert_eq!((person.account, person.full_name.as_str()), (cast.binh.account, "Trần Văn Bình"));
        assert!(person.must_change);
        assert_eq!(cast.last_line().await.act, "login.begin");
        assert_eq!(login::find(&cast.app, "no such token").await.unwrap(), None);
        login::end(&cast.app, &token, "10.0.0.1").await.unwrap();
        assert_eq!(cast.last_line().await.act, "login.end");
        assert_eq!(login::find(&cast.app, &token).await.unwrap(), None);
        login::end(&cast.app, &token, "10.0.0.1").await.unwrap();
    }
}

#[tokio::test]
async fn a_login_dies_unused_and_at_the_end_of_the_day() {
    for cast in casts().await {
        let unused = try_login(&cast, "binh", PASSWORD).await.unwrap();
        let used = try_login(&cast, "chi", PASSWORD).await.unwrap();
        for _ in 0..9 {
            cast.wait(50);
            assert!(login::find(&cast.app, &used).await.unwrap().is_some());
        }
        assert!(login::find(&cast.app, &unused).await.unwrap().is_none());
        cast.wait(31);
        assert!(login::find(&cast.app, &used).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn guessing_locks_a_name_whether_it_exists_or_not() {
    for cast in casts().await {
        for name in ["binh", "khong-co-ai"] {
            for _ in 0..5 {
                assert_eq!(
                    try_login(&cast, name, "đoán mò thôi mà").await,
                    Err(LoginRefusal::Wrong),
                    "{name}"
                );
            }
            let locked = try_login(&cast, name, PASSWORD).await;
            let until = cast.app.now().as_millisecond() + 15 * 60_000;
            let until = jiff::Timestamp::from_millisecond(until).unwrap();
            assert_eq!(locked, Err(LoginRefusal::Locked { until }), "{name}");
        }
        let line = cast.last_line().await;
        assert_eq!((line.act.as_str(), line.account, line.object.as_str()), ("login.locked", None, ""));
        cast.wait(16);
        assert!(try_login(&cast, "binh", PASSWORD).await.is_ok());
        assert_eq!(try_login(&cast, "khong-co-ai", PASSWORD).await, Err(LoginRefusal::Wrong));
    }
}

#[tokio::test]
async fn a_success_forgives_the_failures_before_it() {
    for cast in casts().await {
        for _ in 0..2 {
            for _ in 0..4 {
                assert_eq!(try_login(&cast, "binh", "đoán mò thôi mà").await, Err(LoginRefusal::Wrong));
            }
            assert!(try_login(&cast, "binh", PASSWORD).await.is_ok());
        }
    }
}

#[tokio::test]
async fn guessing_many_names_locks_the_origin() {
    for cast in casts().await {
        for number in 0..20 {
            let name = format!("nguoi{number}");
            assert_eq!(try_login(&cast, &name, "đoán mò thôi mà").await, Err(LoginRefusal::Wrong));
        }
        assert!(matches!(try_login(&cast, "binh", PASSWORD).await, Err(LoginRefusal::Locked { .. })));
        assert!(login::begin(&cast.app, "binh", PASSWORD, "10.0.0.2", "").await.is_ok());
    }
}

#[tokio::test]
async fn the_ledger_does_not_keep_what_was_typed_as_a_name() {
    for cast in casts().await {
        let typed = "đây là mật khẩu của tôi";
        assert_eq!(try_login(&cast, typed, "x").await, Err(LoginRefusal::Wrong));
        let line = cast.last_line().await;
        assert_eq!(line.act, "login.refuse");
        assert_eq!((line.object.as_str(), line.detail.as_str()), ("", ""));
    }
}

#[tokio::test]
async fn changing_a_password_asks_the_old_one_and_ends_every_login() {
    for cast in casts().await {
        let token = try_login(&cast, "binh", PASSWORD).await.unwrap();
        let change = |old: &'static str, new: &'static str| account::change_password(&cast.binh, old, new);
        assert_eq!(refused(change("sai rồi sai rồi sai", NEW_PASSWORD).await), PasswordRefusal::WrongOld);
        assert_eq!(cast.last_line().await.act, "account.wrong-old-password");
        assert_eq!(refused(change(PASSWORD, PASSWORD).await), PasswordRefusal::SameAsBefore);
        assert_eq!(refused(change(PASSWORD, "ngắn").await), PasswordRefusal::TooShort { least: 14 });
        change(PASSWORD, NEW_PASSWORD).await.unwrap();
        assert_eq!(cast.last_line().await.act, "account.change-password");
        assert!(login::find(&cast.app, &token).await.unwrap().is_none());
        assert_eq!(try_login(&cast, "binh", PASSWORD).await, Err(LoginRefusal::Wrong));
        let token = try_login(&cast, "binh", NEW_PASSWORD).await.unwrap();
        assert!(!login::find(&cast.app, &token).await.unwrap().expect("Bình").must_change);
    }
}

#[tokio::test]
async fn a_manager_resets_within_reach_only() {
    for cast in casts().await {
        let reset = |ctx: Ctx, account: AccountId| async move {
            account::reset_password(&ctx, account, NEW_PASSWORD).await
        };
        missing(reset(cast.chi.clone(), cast.binh.account).await);
        missing(reset(cast.khanh.clone(), cast.binh.account).await);
        missing(reset(cast.ha.clone(), cast.chi.account).await);
        missing(reset(cast.ha.clone(), cast.an.account).await);
        denied(reset(cast.ha.clone(), cast.ha.account).await);
        let token = try_login(&cast, "binh", PASSWORD).await.unwrap();
        reset(cast.ha.clone(), cast.binh.account).await.unwrap();
        let line = cast.last_line().await;
        assert_eq!((line.act.as_str(), line.account), ("account.reset-password", Some(cast.ha.account)));
        assert!(login::find(&cast.app, &token).await.unwrap().is_none());
        let token = try_login(&cast, "binh", NEW_PASSWORD).await.unwrap();
        assert!(login::find(&cast.app, &token).await.unwrap().expect("Bình").must_change);
    }
}

#[tokio::test]
async fn whoever_keeps_the_machine_lets_only_an_administrator_of_everything_in() {
    for cast in casts().await {
        let recover = async |login: &str, new: &str| acts::installation::recover(&cast.app, login, new).await;
        let token = try_login(&cast, "an", PASSWORD).await.unwrap();
        for login in ["binh", "dung", "giang", "ha", "khanh", "nobody"] {
            missing(recover(login, NEW_PASSWORD).await);
        }
        assert!(matches!(refused(recover("an", "ngắn").await), PasswordRefusal::TooShort { .. }));
        assert!(login::find(&cast.app, &token).await.unwrap().is_some());
        recover(" An ", NEW_PASSWORD).await.unwrap();
        let line = cast.last_line().await;
        assert_eq!(
            (line.act.as_str(), line.account, line.object),
            ("account.recover", None, cast.an.account.to_string())
        );
        assert!(login::find(&cast.app, &token).await.unwrap().is_none());
        assert_eq!(try_login(&cast, "an", PASSWORD).await, Err(LoginRefusal::Wrong));
        let token = try_login(&cast, "an", NEW_PASSWORD).await.unwrap();
        assert!(login::find(&cast.app, &token).await.unwrap().expect("An").must_change);
    }
}

#[tokio::test]
async fn somebody_with_a_duty_elsewhere_is_not_reset_from_here() {
    for cast in casts().await {
        let west = NewDuty {
            account: cast.binh.account,
            right: Right::View,
            unit: Some(cast.west),
            from: TODAY,
            to: None,
            decision: String::new(),
        };
        duty::grant(&cast.an, west).await.unwrap();
        denied(account::reset_password(&cast.ha, cast.binh.account, NEW_PASSWORD).await);
        denied(account::close(&cast.ha, cast.binh.account).await);
        account::reset_password(&cast.an, cast.binh.account, NEW_PASSWORD).await.unwrap();
    }
}

#[tokio::test]
async fn accounts_are_made_where_one_manages() {
    for cast in casts().await {
        let new = |unit| new_account("moi", "Người Mới", Right::Enter, unit);
        missing(account::create(&cast.chi, new(Some(cast.east))).await);
        missing(account::create(&cast.khanh, new(Some(cast.east))).await);
        denied(account::create(&cast.binh, new(Some(cast.east))).await);
        denied(account::create(&cast.dung, new(Some(cast.east))).await);
        missing(account::create(&cast.ha, new(Some(cast.west))).await);
        denied(account::create(&cast.ha, new(None)).await);
        let id = account::create(&cast.ha, new(Some(cast.east_cells[0]))).await.unwrap();
        let view = account::view(&cast.ha, id).await.unwrap();
        assert_eq!((view.account.full_name.as_str(), view.duties.len()), ("Người Mới", 1));
        let line = cast.last_line().await;
        assert_eq!((line.act.as_str(), line.unit), ("duty.grant", Some(cast.east_cells[0])));
        assert_eq!(
            refused(account::create(&cast.ha, new(Some(cast.east))).await),
            AccountRefusal::LoginNameTaken
        );
        missing(account::view(&cast.chi, id).await);
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_new_account_is_said() {
    for cast in casts().await {
        let usual = new_account("moi", "Người Mới", Right::Enter, Some(cast.east));
        let mut named = usual.clone();
        named.login_name = "người.mới".to_owned();
        assert_eq!(
            refused(account::create(&cast.an, named).await),
            AccountRefusal::LoginNameShape { sign: 'ư' }
        );
        let mut nameless = usual.clone();
        nameless.full_name = "  ".to_owned();
        assert_eq!(refused(account::create(&cast.an, nameless).await), AccountRefusal::FullNameMissing);
        let mut weak = usual.clone();
        weak.password = "12345678901234".to_owned();
        assert_eq!(
            refused(account::create(&cast.an, weak).await),
            AccountRefusal::Password(PasswordRefusal::TooObvious)
        );
        let mut backwards = usual;
        backwards.duty.to = Some(date(2022, 1, 1));
        let before = cast.lines().await;
        assert_eq!(
            refused(account::create(&cast.an, backwards).await),
            AccountRefusal::Duty(DutyRefusal::Backwards)
        );
        assert_eq!(cast.lines().await, before);
        assert_eq!(try_login(&cast, "moi", PASSWORD).await, Err(LoginRefusal::Wrong));
    }
}

#[tokio::test]
async fn a_closed_account_is_shut_out_until_it_is_opened() {
    for cast in casts().await {
        let token = try_login(&cast, "binh", PASSWORD).await.unwrap();
        missing(account::close(&cast.chi, cast.binh.account).await);
        assert_eq!(refused(account::close(&cast.ha, cast.ha.account).await), CloseRefusal::Oneself);
        assert_eq!(refused(account::reopen(&cast.ha, cast.binh.account).await), CloseRefusal::NotClosed);
        account::close(&cast.ha, cast.binh.account).await.unwrap();
        assert_eq!(cast.last_line().await.act, "account.close");
        assert!(login::find(&cast.app, &token).await.unwrap().is_none());
        assert_eq!(try_login(&cast, "binh", PASSWORD).await, Err(LoginRefusal::Wrong));
        assert_eq!(refused(account::close(&cast.ha, cast.binh.account).await), CloseRefusal::AlreadyClosed);
        account::reopen(&cast.ha, cast.binh.account).await.unwrap();
        assert!(try_login(&cast, "binh", PASSWORD).await.is_ok());
    }
}

#[tokio::test]
async fn lists_of_accounts_end_at_ones_reach() {
    for cast in casts().await {
        let names = |page: account::AccountPage| {
            page.rows.into_iter().map(|row| row.account.login_name).collect::<Vec<_>>()
        };
        let all = account::list(&cast.an, None, 100).await.unwrap();
        assert_eq!(names(all), ["an", "binh", "chi", "dung", "giang", "ha", "khanh"]);
        let east = account::list(&cast.ha, None, 100).await.unwrap();
        assert_eq!(names(east), ["binh", "giang", "ha", "khanh"]);
        denied(account::list(&cast.binh, None, 100).await);
        denied(account::list(&cast.khanh, None, 100).await);
        let first = account::list(&cast.ha, None, 3).await.unwrap();
        let rest = account::list(&cast.ha, first.next.clone(), 3).await.unwrap();
        assert_eq!((names(first).len(), names(rest)), (3, vec!["khanh".to_owned()]));
    }
}

fn a_duty(cast: &Cast, right: Right) -> NewDuty {
    NewDuty {
        account: cast.binh.account,
        right,
        unit: Some(cast.east_cells[0]),
        from: TODAY,
        to: None,
        decision: "Thông báo số 5".to_owned(),
    }
}

#[tokio::test]
async fn nobody_grants_over_what_they_do_not_manage() {
    for cast in casts().await {
        missing(duty::grant(&cast.chi, a_duty(&cast, Right::View)).await);
        missing(duty::grant(&cast.khanh, a_duty(&cast, Right::View)).await);
        missing(duty::grant(&cast.giang, a_duty(&cast, Right::View)).await);
        denied(duty::grant(&cast.ha, NewDuty { unit: None, ..a_duty(&cast, Right::Manage) }).await);
        missing(duty::grant(&cast.ha, NewDuty { unit: Some(cast.west), ..a_duty(&cast, Right::View) }).await);
        let stranger = NewDuty { account: cast.chi.account, ..a_duty(&cast, Right::View) };
        missing(duty::grant(&cast.ha, stranger).await);
        let id = duty::grant(&cast.ha, a_duty(&cast, Right::Approve)).await.unwrap();
        assert!(duty::may(&cast.binh, Action::SeeFigures, Some(cast.east_cells[0])).await.unwrap());
        assert_eq!(
            refused(duty::grant(&cast.ha, a_duty(&cast, Right::Approve)).await),
            DutyRefusal::AlreadyHeld
        );
        let listed = duty::list_at(&cast.ha, Some(cast.east_cells[0])).await.unwrap();
        assert_eq!((listed.len(), listed[0].id, listed[0].full_name.as_str()), (1, id, "Trần Văn Bình"));
        assert_eq!(duty::list_of(&cast.ha, cast.binh.account).await.unwrap().len(), 2);
        missing(duty::list_of(&cast.chi, cast.binh.account).await);
    }
}

#[tokio::test]
async fn a_duty_ends_on_its_day() {
    for cast in casts().await {
        let id = duty::list_of(&cast.ha, cast.binh.account).await.unwrap()[0].id;
        missing(duty::end(&cast.chi, id, TODAY).await);
        denied(duty::end(&cast.binh, id, TODAY).await);
        let tomorrow = TODAY.tomorrow().unwrap();
        duty::end(&cast.ha, id, tomorrow).await.unwrap();
        assert_eq!(cast.last_line().await.act, "duty.end");
        assert!(duty::may(&cast.binh, Action::EnterFigures, Some(cast.east)).await.unwrap());
        assert_eq!(refused(duty::end(&cast.ha, id, tomorrow).await), DutyRefusal::AlreadyEnded);
        cast.wait(24 * 60);
        assert!(!duty::may(&cast.binh, Action::SeeUnit, Some(cast.east)).await.unwrap());
    }
}

#[tokio::test]
async fn somebody_always_manages_the_installation() {
    for cast in casts().await {
        let id = duty::mine(&cast.an).await.unwrap()[0].id;
        missing(duty::end(&cast.ha, id, TODAY).await);
        assert_eq!(refused(duty::end(&cast.an, id, TODAY).await), DutyRefusal::LastManager);
        let second = NewDuty { unit: None, account: cast.ha.account, ..a_duty(&cast, Right::Manage) };
        duty::grant(&cast.an, second).await.unwrap();
        duty::end(&cast.an, id, TODAY.tomorrow().unwrap()).await.unwrap();
        assert_eq!(refused(account::close(&cast.ha, cast.ha.account).await), CloseRefusal::Oneself);
    }
}

#[tokio::test]
async fn a_token_acts_for_its_account_until_it_ends() {
    for cast in casts().await {
        account::change_password(&cast.binh, PASSWORD, NEW_PASSWORD).await.unwrap();
        assert_eq!(refused(token::create(&cast.binh, " ", 30).await.map(drop)), TokenRefusal::LabelMissing);
        assert_eq!(
            refused(token::create(&cast.binh, "x", 0).await.map(drop)),
            TokenRefusal::Days { most: token::DAYS_MOST }
        );
        let made = token::create(&cast.binh, "Phần mềm một cửa", 30).await.unwrap();
        assert_eq!(cast.last_line().await.act, "token.create");
        let person = token::find(&cast.app, &made.secret).await.unwrap().expect("Bình");
        assert_eq!(person.account, cast.binh.account);
        assert!(token::find(&cast.app, &made.row.key).await.unwrap().is_none());
        let listed = token::list(&cast.binh).await.unwrap();
        assert_eq!(listed, std::slice::from_ref(&made.row));
        missing(token::revoke(&cast.chi, &made.row.key).await);
        token::revoke(&cast.binh, &made.row.key).await.unwrap();
        assert!(token::find(&cast.app, &made.secret).await.unwrap().is_none());
        let short = token::create(&cast.binh, "một ngày", 1).await.unwrap();
        cast.wait(24 * 60);
        assert!(token::find(&cast.app, &short.secret).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_token_is_dead_while_the_password_must_be_changed() {
    for cast in casts().await {
        let made = token::create(&cast.chi, "thử", 30).await.unwrap();
        assert!(token::find(&cast.app, &made.secret).await.unwrap().is_none());
        account::change_password(&cast.chi, PASSWORD, NEW_PASSWORD).await.unwrap();
        assert!(token::find(&cast.app, &made.secret).await.unwrap().is_some());
        account::close(&cast.an, cast.chi.account).await.unwrap();
        assert!(token::find(&cast.app, &made.secret).await.unwrap().is_none());
    }
}
