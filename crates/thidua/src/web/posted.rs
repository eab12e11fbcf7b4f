//! What a form sent, after its token was found right, and what of it is read the same everywhere.
//!
//! Not here: what the fields mean.

use axum::extract::multipart::MultipartError;
use axum::extract::{Form, FromRequest, Multipart, Request};
use jiff::civil::Date;
use lang::Words;
use lang::words::refusal::date_sentence;

use super::answer::Failure;
use super::parts::{Field, Shape};
use super::site::Site;
use super::visit::{Member, Visitor};

/// What was refused: the field's name and the sentence.
pub type Refusals = Vec<(&'static str, String)>;

/// The fields of a form.
#[derive(Clone, Debug, Default)]
pub struct Posted(Vec<(String, String)>);

impl Posted {
    /// A field's first value, without blanks at its ends; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
    }

    /// Whether the field was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// Fields whose names begin so: the rest of the name and the value.
    pub fn starting<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.trim())))
    }

    /// A refusal for each of these fields that was left empty. All that is missing is said at once; the act behind a form
    /// names one thing at a time.
    pub fn left_empty(&self, names: &[&'static str], words: &Words) -> Refusals {
        let empty = names.iter().filter(|name| self.get(name).is_empty());
        empty.map(|name| (*name, words.refusal.required.to_owned())).collect()
    }

    /// Fields as if they had been sent.
    pub fn of(fields: &[(&str, &str)]) -> Self {
        Self(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    /// Only some of the fields.
    #[must_use]
    pub fn only(&self, names: &[&str]) -> Self {
        Self(self.0.iter().filter(|(name, _)| names.contains(&name.as_str())).cloned().collect())
    }

    /// Puts what was typed and what was refused into the fields of a form that is shown again. A refusal about something
    /// that this form does not ask stands at its first field: said in an odd place is better than not said.
    pub fn fill(&self, fields: Vec<Field>, refusals: &Refusals) -> Vec<Field> {
        let names: Vec<String> = fields.iter().map(|field| field.name.clone()).collect();
        let placed = |name: &str| names.iter().any(|known| known == name);
        let homeless = refusals.iter().find(|(name, _)| !placed(name));
        let first = names.first();
        let fill = |mut field: Field| {
            let own = refusals.iter().find(|(name, _)| *name == field.name);
            if let Some((_, sentence)) = own.or(homeless.filter(|_| first == Some(&field.name))) {
                field.error.clone_from(sentence);
            }
            if let Shape::Ticks(ticks) = &mut field.shape {
                // A box that is not ticked is not sent at all: only a form that came back says so.
                let came_back = !self.0.is_empty();
                ticks.iter_mut().filter(|_| came_back).for_each(|tick| tick.on = self.has(&tick.name));
            }
            // Passwords are never sent back.
            if self.has(&field.name) && field.shape != Shape::Text("password") {
                self.get(&field.name).clone_into(&mut field.value);
            }
            field
        };
        fields.into_iter().map(fill).collect()
    }

    fn checked(self, visitor: &Visitor) -> Result<Self, Failure> {
        // Not secret-dependent timing: the token guards against other sites, which cannot measure it.
        if self.get("ma") == visitor.token { Ok(self) } else { Err(Failure::Stale) }
    }
}

/// A date as it was typed, or its refusal noted.
pub fn typed_day(member: &Member, posted: &Posted, name: &'static str, refusals: &mut Refusals) -> Date {
    let typed = posted.get(name);
    lang::date_in::date(typed).unwrap_or_else(|refusal| {
        refusals.push((name, date_sentence(refusal, typed, member.lang())));
        member.today()
    })
}

impl FromRequest<Site> for Posted {
    type Rejection = Failure;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Failure> {
        let (parts, body) = request.into_parts();
        let visitor = Visitor::read(&parts, site);
        let form = Form::<Vec<(String, String)>>::from_request(Request::from_parts(parts, body), site).await;
        let Form(fields) = form.map_err(|rejection| match rejection.status().as_u16() {
            413 => Failure::TooLarge,
            _ => Failure::Unreadable,
        })?;
        Self(fields).checked(&visitor)
    }
}

/// A file that was sent.
#[derive(Clone, Debug)]
pub struct SentFile {
    /// The field it was sent in.
    pub field: String,
    /// The name that its sender gave it, without folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The fields and files of a form.
#[derive(Clone, Debug, Default)]
pub struct Uploaded {
    /// The fields.
    pub fields: Posted,
    /// The files that are not empty.
    pub files: Vec<SentFile>,
}

impl Uploaded {
    /// The file sent in a field.
    pub fn file(&self, field: &str) -> Option<&SentFile> {
        self.files.iter().find(|file| file.field == field)
    }
}

impl FromRequest<Site> for Uploaded {
    type Rejection = Failure;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Failure> {
        let (parts, body) = request.into_parts();
        let visitor = Visitor::read(&parts, site);
        let multipart = Multipart::from_request(Request::from_parts(parts, body), site).await;
        let mut multipart = multipart.map_err(|_| Failure::Unreadable)?;
        let mut fields = Vec::new();
        let mut files = Vec::new();
        while let Some(field) = multipart.next_field().await.map_err(|fault| broken(&fault))? {
            let name = field.name().unwrap_or("").to_owned();
            match field.file_name().map(base_name) {
                Some(file_name) => {
                    let bytes = field.bytes().await.map_err(|fault| broken(&fault))?.to_vec();
                    if !bytes.is_empty() {
                        files.push(SentFile { field: name, name: file_name, bytes });
                    }
                }
                None => fields.push((name, field.text().await.map_err(|fault| broken(&fault))?)),
            }
        }
        Ok(Self { fields: Posted(fields).checked(&visitor)?, files })
    }
}

fn broken(fault: &MultipartError) -> Failure {
    if fault.status().as_u16() == 413 { Failure::TooLarge } else { Failure::Unreadable }
}

/// A file's name without folders: some browsers send the whole path, and hostile ones send `../`.
fn base_name(sent: &str) -> String {
    let name = sent.rsplit(['/', '\\']).next().unwrap_or("").trim();
    let name: String = name.chars().filter(|letter| !letter.is_control()).take(200).collect();
    if name.is_empty() { "tep".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::{Posted, base_name};

    #[test]
    fn names_of_files_lose_their_folders() {
        assert_eq!(base_name("C:\\Users\\a\\Báo cáo.docx"), "Báo cáo.docx");
        assert_eq!(base_name("../../etc/passwd"), "passwd");
        assert_eq!(base_name("a/"), "tep");
    }

    #[test]
    fn a_form_that_comes_back_keeps_what_was_typed_and_says_every_refusal() {
        use super::{Field, Refusals};
        let vi = lang::Lang::Vi;
        let fields = || {
            vec![Field::text(vi, "ten", "Tên"), Field::password(vi, "mat-khau", "Mật khẩu", "new-password")]
        };
        let posted = Posted::of(&[("ten", "An Bình"), ("mat-khau", "bí mật")]);
        let refusals: Refusals = vec![("mat-khau", "Ngắn quá.".to_owned())];
        let [name, password] = <[Field; 2]>::try_from(posted.fill(fields(), &refusals)).unwrap();
        assert_eq!((name.value.as_str(), name.error.as_str()), ("An Bình", ""));
        assert_eq!((password.value.as_str(), password.error.as_str()), ("", "Ngắn quá."));
        // About a thing that this form does not ask.
        let refusals: Refusals = vec![("tren", "Không thể.".to_owned())];
        assert_eq!(posted.fill(fields(), &refusals)[0].error, "Không thể.");
    }

    #[test]
    fn fields_are_found_by_name_and_by_beginning() {
        let posted =
            Posted(vec![("so-HD01".to_owned(), " 3 ".to_owned()), ("so-HD01".to_owned(), "4".to_owned())]);
        assert_eq!(posted.get("so-HD01"), "3");
        assert_eq!(posted.get("so-HD02"), "");
        assert!(posted.has("so-HD01") && !posted.has("so-HD02"));
        assert_eq!(posted.starting("so-").collect::<Vec<_>>(), [("HD01", "3"), ("HD01", "4")]);
    }
}
