/** The build that is measured, relative to the repository: `dist`, or what `--build` names. */
export function buildFolder() {
  return process.env.BENCH_BUILD ?? 'dist';
}
