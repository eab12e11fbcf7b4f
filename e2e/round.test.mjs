// A round of awards from its opening to the decision, by the people who do it, without a script: the office opens it,
// a unit proposes, the office vets, a council votes, the chair closes, the body decides, the office hands over.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { phone, shot, stage, violations } from './lib/browser.mjs';
import { findUnit, logIn, people } from './lib/people.mjs';

const here = stage();

const day = (after) => {
  const at = new Date(Date.now() + 7 * 3_600_000 + after * 86_400_000);
  return `${at.getUTCDate()}/${at.getUTCMonth() + 1}/${at.getUTCFullYear()}`;
};

/** Presses a button of the page and waits for the page behind it. */
async function press(page, name) {
  await page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
  await page.waitForLoadState();
}

/** What axe finds on the page, which is looked at on a desk and on a phone. */
async function look(page, name) {
  await shot(page, `dot-${name}-1366`);
  assert.deepEqual(await violations(page), [], name);
  const before = page.viewportSize();
  await page.setViewportSize(phone);
  await shot(page, `dot-${name}-390`);
  assert.deepEqual(await violations(page), [], `${name} on a phone`);
  await page.setViewportSize(before);
}

const told = (page, text) => page.getByRole('status').getByText(text).waitFor();

test('a round goes from its opening to the handing over', async () => {
  const office = await logIn(await here.page({ script: false }), people.approver);
  const staff = await logIn(await here.page({ script: false }), people.staff);
  const unit = await findUnit(office, people.unit);
  const at = `?don-vi=${unit.id}`;

  // The body calls: only forms that it may confer are there to tick.
  await office.goto(`/khen-thuong/dot/mo${at}`);
  await look(office, 'mo');
  await office.getByLabel('Tên đợt khen').fill('Đợt khen thử');
  await office.getByLabel('Nhận hồ sơ từ ngày').fill(day(-1));
  await office.getByLabel('Nhận hồ sơ đến hết ngày').fill(day(30));
  await press(office, 'Mở đợt khen');
  await office.getByRole('alert').getByText('Chọn ít nhất một hình thức.').waitFor();
  assert.equal(await office.getByLabel('Tên đợt khen').inputValue(), 'Đợt khen thử');
  await office.getByRole('checkbox', { name: /Giấy khen.*Cá nhân/ }).check();
  await press(office, 'Mở đợt khen');
  await told(office, 'Đã mở đợt khen.');
  const round = new URL(office.url()).pathname;
  await look(office, 'mot-dot');

  // A unit proposes with its vote; too many votes are refused and nothing typed is lost.
  await staff.goto(`${round}${at}`);
  await staff.getByRole('link', { name: 'Lập hồ sơ' }).click();
  await staff.waitForLoadState();
  await staff.getByLabel('Đợt khen').selectOption({ label: 'Đợt khen thử' });
  await staff.getByLabel('Đối tượng').selectOption({ label: 'Cá nhân' });
  await staff.getByLabel('Tên tập thể, cá nhân').fill('Nguyễn Thị Thử Nghiệm');
  await staff.getByLabel('Hình thức đề nghị').selectOption({ index: 0 });
  await staff.getByLabel('Thành tích', { exact: true }).fill('Việc thử nghiệm của đợt khen này');
  await staff.getByLabel('Số người có quyền bình xét').fill('12');
  await staff.getByLabel('Số người dự').fill('11');
  await staff.getByLabel('Số phiếu đồng ý').fill('13');
  await staff.getByLabel('Ngày bình xét').fill(day(-1));
  await staff.getByLabel('Biên bản').fill('Biên bản 1');
  await press(staff, 'Ghi');
  await staff.getByRole('alert').getByText('Số phiếu không thể lớn hơn số người.').waitFor();
  await staff.getByLabel('Số phiếu đồng ý').fill('10');
  await press(staff, 'Ghi');
  await told(staff, 'Đã lập hồ sơ.');
  const dossier = new URL(staff.url()).pathname;
  await look(staff, 'ho-so-moi');

  // Every paper that the rules ask for.
  const papers = staff.getByLabel('Giấy tờ', { exact: true });
  for (const name of await papers.count() ? await papers.locator('option').allTextContents() : []) {
    await papers.selectOption({ label: name });
    await staff.getByLabel('Tệp').setInputFiles({ name: 'giay.txt', mimeType: 'text/plain', buffer: Buffer.from(name) });
    await press(staff, 'Thêm giấy tờ');
    await told(staff, 'Đã ghi.');
  }
  await press(staff, 'Gửi đề nghị');
  await told(staff, 'Đã ghi.');

  // Given back with a reason, sent again, vetted.
  await office.goto(dossier);
  await office.getByText('Trả lại', { exact: true }).first().click();
  await press(office, 'Trả lại');
  await office.getByRole('alert').getByText(/Ghi lý do trả lại/).waitFor();
  await office.getByText('Trả lại', { exact: true }).first().click();
  await office.locator('form[action$="/tra-lai"] textarea').fill('Ghi rõ thành tích');
  await press(office, 'Trả lại');
  await told(office, 'Đã ghi.');
  await staff.goto(dossier);
  await staff.getByText('Ghi rõ thành tích').waitFor();
  await press(staff, 'Gửi đề nghị');
  await office.goto(dossier);
  await look(office, 'tham-dinh');
  await office.goto('/khen-thuong');
  await look(office, 'danh-sach');
  await office.goto(dossier);
  await press(office, 'Thẩm định xong');
  await told(office, 'Đã ghi.');

  // The council: the approver in the chair and everybody else away, so that one voice is not enough of all members.
  await office.goto(`${round}/hoi-dong${at}`);
  await look(office, 'mo-phien');
  const members = office.locator('select[name^="du-"]');
  assert.ok(await members.count() >= 2, 'there are members to call');
  for (const member of await members.all()) await member.selectOption({ label: 'không phải thành viên' });
  const chair = await office.locator('select[name="chu-tich"] option', { hasText: people.approver.name }).getAttribute('value');
  await office.getByLabel('Chủ tịch Hội đồng').selectOption(chair);
  await office.locator(`select[name="du-${chair}"]`).selectOption({ label: 'có mặt' });
  await press(office, 'Mở phiên Hội đồng');
  await told(office, 'Đã mở phiên họp.');
  await look(office, 'phien-hop');
  await office.getByRole('radio', { name: 'Đồng ý', exact: true }).check();
  await press(office, 'Bỏ phiếu');
  await told(office, 'Đã ghi phiếu.');
  await press(office, 'Chốt kết quả');
  await told(office, 'Đã chốt kết quả.');
  await office.getByText('1 đồng ý, 0 không đồng ý, 0 phiếu trắng').waitFor();

  // The decision, in the body's capacity of that day.
  await office.goto(`${round}/quyet-dinh${at}`);
  await look(office, 'ban-hanh');
  assert.ok(await office.getByRole('checkbox', { name: /Nguyễn Thị Thử Nghiệm/ }).isChecked());
  await office.getByLabel('Số và ký hiệu').fill('1-QĐ/THU');
  await office.getByLabel('Người ký', { exact: true }).fill('Nguyễn Văn Ký');
  await press(office, 'Ban hành quyết định');
  await told(office, 'Đã ban hành quyết định.');
  const decision = new URL(office.url()).pathname;
  await office.getByRole('rowheader', { name: /Nguyễn Thị Thử Nghiệm/ }).waitFor();
  await look(office, 'quyet-dinh');

  // Handed over; then put right, with the name as it was still to be read.
  await staff.goto(`${decision}/trao`);
  await look(staff, 'trao');
  await staff.getByLabel('Đơn vị tổ chức').fill('Hội nghị sơ kết');
  await press(staff, 'Ghi lễ trao');
  await told(staff, 'Đã ghi lễ trao.');
  await office.goto(`${decision}/thay-doi`);
  await look(office, 'thay-doi');
  await office.getByLabel('Dòng nào').selectOption({ index: 1 });
  await office.getByLabel('Họ tên đúng').fill('Nguyễn Thị Thử Nghiêm');
  await office.getByLabel('Số quyết định thay đổi').fill('2-QĐ/THU');
  await office.getByLabel('Lý do').fill('sai dấu');
  await press(office, 'Đính chính, hủy bỏ, tước, phục hồi');
  await told(office, 'Đã ghi thay đổi.');
  await office.getByText('Nguyễn Thị Thử Nghiệm → Nguyễn Thị Thử Nghiêm').waitFor();
  assert.deepEqual([...office.faults, ...staff.faults], []);
});
