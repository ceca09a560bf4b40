const CLAUSE =
  /\b(OPTIONAL MATCH|MATCH|ON CREATE SET|ON MATCH SET|CREATE|MERGE|SET|REMOVE|DETACH DELETE|DELETE|WITH|UNWIND|RETURN|WHERE|CALL|FOREACH)\b/;
const NODE = /\(\s*(\w*)\s*((?::\s*\w+)+)/g;

/** The labels of the nodes that a Cypher text makes, changes or deletes, in alphabetical order. */
export function labelsWrittenBy(text: string): string[] {
  const known = new Map<string, string[]>();
  const written = new Set<string>();
  for (const { keyword, body } of clausesOf(text)) {
    const makes = keyword === 'CREATE' || keyword === 'MERGE';
    if (makes || keyword.endsWith('MATCH')) {
      for (const [, variable = '', list = ''] of body.matchAll(NODE)) {
        const labels = list.split(':').flatMap((label) => label.trim() || []);
        if (variable) known.set(variable, [...(known.get(variable) ?? []), ...labels]);
        if (makes) for (const label of labels) written.add(label);
      }
    }
    if (/SET|REMOVE|DELETE/.test(keyword)) {
      for (const variable of changedIn(keyword, body)) {
        for (const label of known.get(variable) ?? []) written.add(label);
      }
      for (const [, label = ''] of body.matchAll(/(?:^|,)\s*\w+\s*:\s*(\w+)/g)) written.add(label);
    }
  }
  return [...written].sort();
}

function clausesOf(text: string): { keyword: string; body: string }[] {
  const parts = text.split(CLAUSE);
  const clauses: { keyword: string; body: string }[] = [];
  for (let index = 1; index < parts.length; index += 2) {
    clauses.push({ keyword: parts[index] ?? '', body: parts[index + 1] ?? '' });
  }
  return clauses;
}

/** The variables that stand where something is assigned or deleted. */
function changedIn(keyword: string, body: string): string[] {
  const pattern = keyword.endsWith('DELETE') ? /(\w+)/g : /(?:^|,)\s*(\w+)\s*(?:\.\w+\s*(?:=|,|$)|\+?=|:)/g;
  return [...body.matchAll(pattern)].map((match) => match[1] ?? '');
}
