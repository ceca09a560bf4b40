/** Who may import whom; see docs/architecture.md. Rooms lie in layers, and lean only on contracts of lower ones. */
const LAYERS = [
  ['atlas'],
  ['identity'],
  ['cases', 'discussions', 'commitments'],
  ['learning', 'dialogues'],
  ['explore'],
  ['demo'],
];

const roomsBelow = (index) => LAYERS.slice(0, index).flat();
const allRooms = LAYERS.flat();

const walls = LAYERS.flatMap((rooms, index) =>
  rooms.map((room) => {
    const below = roomsBelow(index).join('|') || 'none';
    // The demonstration fills every room as a person would, through its use cases.
    const doors = room === 'demo' ? 'index\\.ts' : '(contracts|index)\\.ts';
    return {
      name: `${room}-leans-downwards`,
      severity: 'error',
      comment: 'A room uses the platform, and the contracts and exported use cases of rooms below it',
      from: { path: `^libs/${room}/` },
      to: { path: `^libs/(?!platform/)(?!${room}/)`, pathNot: `^libs/(${below})/${doors}` },
    };
  }),
);

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: `^(apps|libs/(${allRooms.join('|')})/)` },
    },
    ...walls,
    {
      name: 'rules-and-contracts-are-plain',
      severity: 'error',
      comment: 'They run anywhere: no framework, no driver, no HTTP',
      from: { path: '^libs/[^/]+/(rules/|contracts\\.ts)', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules/(@nestjs|fastify|neo4j-driver|@grafeo-db|meilisearch|socket\\.io)' },
    },
    {
      name: 'rooms-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-use-doors',
      severity: 'error',
      comment: 'Apps enter a room by its index',
      from: { path: '^apps/' },
      to: { path: `^libs/(${allRooms.join('|')})/`, pathNot: '^libs/[^/]+/(index|contracts)\\.ts' },
    },
    {
      name: 'islands-stay-small',
      severity: 'error',
      comment: 'What runs in the browser imports nothing of the server but the types of what is sent',
      from: { path: '^apps/web/islands/' },
      to: {
        path: '^(libs|apps/(server|cli)|apps/web/(pages|rendering))',
        // Pure and small: a number is read alike on both sides.
        pathNot: '^libs/platform/i18n/(read-number|ascii-digits)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '\\.spec\\.tsx?$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
