/**
 * Fuzzes the API by its own description (`npm run fuzz`): starts the built server with the demonstration community, lets
 * schemathesis ask as a visitor and as a member, and fails on every 5xx and on every answer that the description does
 * not allow. Needs schemathesis from PyPI: `SCHEMATHESIS` is its address, `st` by default.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isBuilt } from './build/stamp.mjs';
import { registerMember } from './fuzz/register-member.mjs';
import { seenStatuses, unseenStatuses, withoutSecurity } from './fuzz/seen-statuses.mjs';
import { startServer } from './tour/start-server.mjs';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '55' }, seed: { type: 'string', default: '1' } },
});

/** What ends the session or the token that is used to ask; a run of its own asks for these, last. */
const ENDINGS = [
  '/api/v1/auth/logout',
  '/api/v1/me/tokens/{id}',
  '/api/v1/me/sessions/{id}',
  '/api/v1/me/password',
];
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

if (!isBuilt() || !existsSync('dist/assets/manifest.json')) await import('./build.mjs');

const server = await startServer({ DEMO: 'on', DURABILITY: 'relaxed' });
const reports = mkdtempSync(join(tmpdir(), 'minga-fuzz-'));
let failed = false;

// Who asks is for this program to say: told of ways to sign in, schemathesis would make up tokens of its own.
const document = await (await fetch(`${server.url}/api/openapi.json`)).json();
const described = join(reports, 'openapi.json');
writeFileSync(described, JSON.stringify(withoutSecurity(document)));

/** One run of schemathesis. */
function ask(name, seconds, options) {
  console.log(`\nAsking as ${name}, for ${seconds} seconds at most`);
  const { status, error } = spawnSync(
    process.env.SCHEMATHESIS ?? 'st',
    [
      'run',
      described,
      '--url',
      server.url,
      ...['--checks', CHECKS.join(), '--phases', 'coverage,fuzzing', '--max-examples', '10'],
      ...['--continue-on-failure', '--no-shrink', '--generation-database', 'none', '--warnings', 'off'],
      ...[
        '--seed',
        values.seed,
        '--max-time',
        String(seconds),
        '--report',
        'ndjson',
        '--report-dir',
        join(reports, name),
      ],
      ...options,
    ],
    { stdio: 'inherit' },
  );
  if (error) throw new Error(`schemathesis cannot be run: ${error.message}`);
  if (status !== 0) failed = true;
}

try {
  const seconds = Number(values.seconds);
  const endings = (option) => ENDINGS.flatMap((path) => [option, path]);
  const asMember = async () => ['-H', `Authorization: Bearer ${await registerMember(server.url)}`];
  ask('a visitor', seconds, []);
  ask('a member', seconds, [...(await asMember()), ...endings('--exclude-path')]);
  ask('a member who leaves', 15, [...(await asMember()), ...endings('--include-path')]);

  const files = readdirSync(reports, { recursive: true }).filter((file) => file.endsWith('.ndjson'));
  const unseen = unseenStatuses(document, await seenStatuses(files.map((file) => join(reports, file))));
  console.log(`\nDocumented, but not met in this run: ${unseen.length} answers`);
  for (const line of unseen) console.log(`  ${line}`);
} finally {
  await server.stop();
  rmSync(reports, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
