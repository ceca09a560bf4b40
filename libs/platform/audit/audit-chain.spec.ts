import { describe, expect, it } from '@jest/globals';
import { EMPTY_CHAIN, followChain } from './audit-chain.js';
import { type AuditEntryRow, hashOf } from './audit-entry.js';

function buildChain(length: number): AuditEntryRow[] {
  const entries: AuditEntryRow[] = [];
  let { hash } = EMPTY_CHAIN;
  for (let seq = 1; seq <= length; seq++) {
    const entry = {
      seq,
      at: '2026-01-01T00:00:00.000Z',
      actorKey: 'person:ada',
      via: 'session',
      action: 'identity.role-granted',
      targetKey: 'person:ben',
      data: '{"role":"steward"}',
      previousHash: hash,
    };
    hash = hashOf(entry);
    entries.push({ ...entry, hash });
  }
  return entries;
}

describe('the chain of audit entries', () => {
  const chain = buildChain(5);
  const changed = (seq: number, change: Partial<AuditEntryRow>) =>
    chain.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry));

  it('is sound as it was written, also when it is walked in parts', () => {
    const half = followChain(EMPTY_CHAIN, chain.slice(0, 2));
    expect(half).toEqual({ seq: 2, hash: chain[1]?.hash });
    expect(followChain({ seq: 2, hash: chain[1]?.hash ?? '' }, chain.slice(2))).toEqual({
      seq: 5,
      hash: chain[4]?.hash,
    });
  });

  it.each([
    { at: '2026-01-01T00:00:00.001Z' },
    { actorKey: 'person:eve' },
    { via: 'token' },
    { action: 'identity.role-withdrawn' },
    { targetKey: 'person:eve' },
    { data: '{"role":"administrator"}' },
  ])('shows that an entry was changed: %j', (change) => {
    expect(followChain(EMPTY_CHAIN, changed(3, change))).toEqual({ seq: 3, reason: 'changed' });
  });

  it('shows an entry that was changed and hashed anew by the one behind it', () => {
    const forged = { ...(chain[2] as AuditEntryRow), data: '{}' };
    const rehashed = { ...forged, hash: hashOf(forged) };
    expect(followChain(EMPTY_CHAIN, changed(3, rehashed))).toEqual({ seq: 4, reason: 'unlinked' });
  });

  it('shows an entry that is gone, put in, or moved', () => {
    const without = chain.filter(({ seq }) => seq !== 2);
    expect(followChain(EMPTY_CHAIN, without)).toEqual({ seq: 2, reason: 'missing' });
    const renumbered = without.map((entry, index) => ({ ...entry, seq: index + 1 }));
    expect(followChain(EMPTY_CHAIN, renumbered)).toEqual({ seq: 2, reason: 'changed' });
    const twice = [...chain.slice(0, 2), chain[1] as AuditEntryRow, ...chain.slice(2)];
    expect(followChain(EMPTY_CHAIN, twice)).toEqual({ seq: 3, reason: 'missing' });
  });
});
