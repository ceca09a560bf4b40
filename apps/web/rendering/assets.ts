import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Built files by the name of their source: `main.css`, `live-thread`. Names carry a hash, so they are cached for ever. */
export interface Assets {
  /** Folder that is served under `/assets/`; null before the first build. */
  folder: string | null;
  url(name: string): string;
}

/** From the compiled place and from the sources. */
const CANDIDATES = ['../../../assets/', '../../../dist/assets/'];

export function loadAssets(): Assets {
  const folder = CANDIDATES.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) =>
    existsSync(`${path}manifest.json`),
  );
  const manifest = folder
    ? (JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as Record<string, string>)
    : {};
  return { folder: folder ?? null, url: (name) => `/assets/${manifest[name] ?? name}` };
}
