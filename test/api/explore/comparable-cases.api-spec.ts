import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../../libs/cases/index.js';
import type { ComparableCasesView } from '../../../libs/explore/index.js';
import { type TestClient, TestServer } from '../test-server.js';
import { createDraft, publishCase } from './case-builder.js';

describe('comparable experiences', () => {
  let server: TestServer;
  let amina: TestClient;
  let ours: CaseView;
  let near: CaseView;
  let far: CaseView;
  let unlike: CaseView;

  const comparable = (id: string, headers?: Record<string, string>) =>
    server.visitor().get<ComparableCasesView>(`/api/v1/cases/${id}/comparable`, headers);
  const keysOf = ({ items }: ComparableCasesView) => items.map((item) => item.case.id);

  beforeAll(async () => {
    server = await TestServer.start();
    amina = await server.member('Amina Mohamud');
    ours = await publishCase(amina);
    near = await publishCase(amina, {
      title: 'Water courts of the terraces',
      countries: [
        { country: 'NPL', role: 'provider' },
        { country: 'BTN', role: 'recipient' },
      ],
      startYear: 2022,
      endYear: null,
      scale: 'local',
    });
    far = await publishCase(amina, {
      title: 'Taps in the hill towns',
      themes: ['drinking-water'],
      targets: ['6.1'],
      modality: 'triangular',
      startYear: 2009,
      endYear: 2011,
    });
    unlike = await publishCase(amina, { title: 'Clinics', themes: ['health'], targets: ['3.8'] });
    await server.settled();
  });

  afterAll(() => server.stop());

  it('come the likest first, each with what is shared', async () => {
    const { body } = await comparable(ours.id);
    expect(body.case.id).toBe(ours.id);
    expect(keysOf(body)).toEqual([near.id, far.id]);
    expect(keysOf(body)).not.toContain(unlike.id);
    const [first] = body.items;
    expect(first?.score).toBeGreaterThan(body.items[1]!.score);
    expect(first?.shares.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['theme:irrigation', 'target:6.4', 'modality:bilateral']),
    );
    expect(first?.sharesCount).toBe(first?.shares.length);
    expect(first?.reason).toMatch(/^Shares \d+: /);
  });

  it('tell what differs, by the groups of the time', async () => {
    const { body } = await comparable(ours.id);
    const differences = body.items[0]!.differs;
    // Bhutan was a least developed country until 2023; Tajikistan never was, and both have no coast.
    expect(body.items[0]!.shares.map(({ key }) => key)).toContain('group:lldc');
    expect(differences.map(({ dimension }) => dimension)).toContain('country');
    expect(differences.find(({ dimension }) => dimension === 'country')).toMatchObject({
      label: 'Country',
      ours: 'Tajikistan',
      theirs: 'Bhutan',
    });
  });

  it('tell what is not reported, and by whom', async () => {
    const { body } = await comparable(ours.id);
    expect(body.items[0]?.notReported).toEqual(
      expect.arrayContaining([
        { dimension: 'end-year', side: 'theirs', label: 'End' },
        { dimension: 'inputs', side: 'both', label: 'Costs and other inputs' },
        { dimension: 'scale', side: 'ours', label: 'Scale' },
      ]),
    );
  });

  it('give their reasons in the language of the reader', async () => {
    const { body } = await comparable(ours.id, { 'accept-language': 'es' });
    expect(body.items[0]?.reason).toContain('en común: ');
    expect(body.items[0]?.shares.find(({ key }) => key === 'theme:irrigation')?.label).toBe('Riego');
    expect(body.items[0]?.case.countries.find(({ key }) => key === 'country:BTN')?.label).toBe('Bután');
  });

  it('never show a draft, and follow what is published and edited', async () => {
    const draft = await createDraft(amina, { title: 'A draft about turns' });
    await server.settled();
    expect(keysOf((await comparable(ours.id)).body)).not.toContain(draft.id);
    expect((await comparable(draft.id)).status).toBe(404);
    await amina.post(`/api/v1/cases/${draft.id}/publish`);
    await server.settled();
    expect(keysOf((await comparable(ours.id)).body)[0]).toBe(draft.id);
    expect((await comparable(draft.id)).status).toBe(200);
  });

  it('are there for no case that does not exist', async () => {
    expect((await comparable('nothing')).status).toBe(404);
    expect((await amina.get(`/api/v1/cases/${ours.id}/comparable?limit=0`)).status).toBe(400);
  });
});
