import { describe, expect, it } from '@jest/globals';
import { readText } from './sources.js';

const compose = readText('docker-compose.yml');
const image = readText('Dockerfile');

/** The lines of one service, without comments. */
function serviceOf(name: string): string {
  const text = compose.replace(/^\s*#.*\n/gm, '');
  return new RegExp(`^  ${name}:\\n((?:    .*\\n)+)`, 'm').exec(text)?.[1] ?? '';
}

describe('a first start', () => {
  it.each(['tools/start.mjs', 'tools/minga.mjs'])('of %s builds in a process that ends', (path) => {
    expect(readText(path)).toContain('buildAside()');
    expect(readText(path)).not.toContain('build.mjs');
  });
});

describe('an installation of several containers', () => {
  it('is open to this machine alone, without the demonstration, and behind a proxy', () => {
    const published = [...compose.matchAll(/ports: \[(.*)\]/g)].map(([, ports]) => ports);
    expect(published).toEqual(['"127.0.0.1:3000:3000"']);
    expect(serviceOf('minga')).toMatch(/DEMO: "off"/);
    expect(serviceOf('minga')).toMatch(/TRUST_PROXY: "on"/);
    expect(serviceOf('minga')).toMatch(/BASE_URL: \$\{BASE_URL:\?/);
  });

  it('runs what was built, not as root, and from no folder of the host', () => {
    expect(serviceOf('minga')).toContain('build: .');
    expect([...compose.matchAll(/volumes: \[(.*)\]/g)].map(([, volumes]) => volumes)).not.toContainEqual(
      expect.stringMatching(/"[./]/),
    );
    expect(image).toMatch(/^USER node$/m);
    expect(image.lastIndexOf('USER node')).toBeGreaterThan(image.lastIndexOf('RUN '));
    expect(image).toMatch(/^CMD \["node", "dist\/apps\/server\/main\.js"\]$/m);
    expect(image).toMatch(/DEMO=off/);
  });

  it('comes back by itself, and no engine answers without a password', () => {
    for (const name of ['minga', 'neo4j', 'meilisearch', 'redis']) {
      expect([name, serviceOf(name).includes('restart: unless-stopped')]).toEqual([name, true]);
    }
    for (const secret of ['GRAPH_PASSWORD', 'MEILI_KEY', 'REDIS_PASSWORD']) {
      expect(compose).not.toMatch(new RegExp(`\\$\\{${secret}(:-[^}]*)?\\}`));
    }
    expect(serviceOf('redis')).toContain('--requirepass');
  });

  it('takes a Meilisearch that the adapter accepts', () => {
    const [, minor] = /meilisearch:v1\.(\d+)/.exec(compose) ?? [];
    const [, least] =
      /OLDEST_VERSION = \[1, (\d+)\]/.exec(readText('libs/platform/search/meili/meili-server.ts')) ?? [];
    expect(Number(minor)).toBeGreaterThanOrEqual(Number(least));
  });
});
