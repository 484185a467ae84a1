// Pictures of pages, for a person to look at; both browsers take them.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Keeps a picture in the folder that JUESUAN_SHOTS names; does nothing when it names none. */
export async function screenshot(page, name) {
  const folder = process.env.JUESUAN_SHOTS;
  if (!folder) return null;
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
