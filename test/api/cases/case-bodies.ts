/** A case with everything that is needed to publish it, for tests to change. */
export function buildCaseBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    lang: 'en',
    title: 'Water turns on a board at the gate',
    summary: 'Nine associations moved from spoken agreements to an open schedule.',
    context: 'The canal waters 6,200 ha on *both* sides.',
    whatWorked: 'Everyone sees the schedule.',
    whatDidNot: 'Electronic meters silted up within one season.',
    countries: [
      { country: 'KGZ', role: 'provider' },
      { country: 'TJK', role: 'recipient' },
    ],
    themes: ['irrigation', 'co-governance'],
    targets: ['6.4', '6.b'],
    modality: 'bilateral',
    startYear: 2021,
    endYear: 2024,
    ...changes,
  };
}

export interface ProblemBody {
  code: string;
  data?: Record<string, unknown>;
  errors?: { field: string; code: string }[];
}
