import { chromium } from '@playwright/test';
const base = 'http://localhost:4555';
const args = ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
const ids = process.argv.slice(2);
for (const id of ids) {
  const board = await (await fetch(base + '/api/boards', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ template: id }) })).json();
  const page = await browser.newPage({ viewport: { width: 1800, height: 1150 }, colorScheme: process.env.DARK ? 'dark' : 'light' });
  page.on('console', (m) => m.type() === 'error' && console.log(id, m.text()));
  page.on('pageerror', (e) => console.log(id, e.message));
  await page.goto(board.links.facilitate);
  await page.getByLabel(/name/i).first().fill('Lead');
  await page.getByRole('button', { name: /join/i }).first().click();
  await page.getByRole('button', { name: 'Menu' }).waitFor({ timeout: 45000 });
  await page.waitForTimeout(800);
  await page.keyboard.press('Shift+Digit1');
  await page.waitForTimeout(900);
  await page.screenshot({ path: `/tmp/shots/${id}${process.env.DARK ? '-dark' : ''}.png` });
  await page.close();
  console.log('done', id);
}
await browser.close();
