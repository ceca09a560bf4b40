import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All files under the folders, as paths. */
export function filesIn(...folders) {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}
