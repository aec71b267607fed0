// What a browser keeps of boards, looked at and spoilt from inside a page.
import type { Page } from '@playwright/test';

/** Names of the databases, in no order. */
export async function copiesIn(page: Page): Promise<string[]> {
  return await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
}

/** How many rows all copies hold together. Makes no database. */
export async function rowsIn(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    let rows = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      rows += await new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const counting = database.transaction('updates').objectStore('updates').count();
          counting.addEventListener('success', () => {
            database.close();
            resolve(counting.result);
          });
        });
      });
    }
    return rows;
  });
}

/** Puts a row into the only copy. */
export async function addRow(page: Page, row: Uint8Array): Promise<void> {
  await page.evaluate(async (bytes) => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('error', () => reject(opening.error));
      opening.addEventListener('success', () => {
        const database = opening.result;
        const writing = database.transaction('updates', 'readwrite');
        writing.objectStore('updates').add(new Uint8Array(bytes));
        writing.addEventListener('complete', () => {
          database.close();
          resolve();
        });
      });
    });
  }, Array.from(row));
}

/** Puts one row into the only copy, in the place of all that is there. */
export async function replaceRows(page: Page, change: (rows: Uint8Array[]) => Uint8Array): Promise<void> {
  const rows = await page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    return await new Promise<number[][]>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('error', () => reject(opening.error));
      opening.addEventListener('success', () => {
        const database = opening.result;
        const store = database.transaction('updates', 'readwrite').objectStore('updates');
        const reading = store.getAll() as IDBRequest<Uint8Array[]>;
        store.clear();
        store.transaction.addEventListener('complete', () => {
          database.close();
          resolve(reading.result.map((row) => Array.from(row)));
        });
      });
    });
  });
  await addRow(page, change(rows.map((row) => Uint8Array.from(row))));
}
