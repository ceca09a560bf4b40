import type { LinkItem } from './links.js';
import { useText } from './text.js';

export interface PathNode {
  label: string;
  /** What it is, in the reader's language: `Country`, `Case`. */
  kind: string;
  href?: string;
  lang?: string;
}

export interface PathHop {
  /** The relation in words, read from the node before to the node after. */
  relation: string;
  /** Who says so. */
  source?: LinkItem | string;
  node: PathNode;
}

/** A walk through the graph: where it begins, and each step with its relation and the source of that relation. */
export function PathSteps({ start, hops }: { start: PathNode; hops: PathHop[] }) {
  return (
    <ol class="path">
      <li>
        <Node {...start} />
      </li>
      {hops.map((hop, index) => (
        // A walk may pass the same node twice.
        <li key={index}>
          <p class="path-relation">
            <span>{hop.relation}</span>
            {hop.source && <Source source={hop.source} />}
          </p>
          <Node {...hop.node} />
        </li>
      ))}
    </ol>
  );
}

function Node({ label, kind, href, lang }: PathNode) {
  return (
    <p class="path-node">
      <small>{kind}</small>
      <span lang={lang} dir="auto">
        {href ? <a href={href}>{label}</a> : label}
      </span>
    </p>
  );
}

function Source({ source }: { source: LinkItem | string }) {
  const { t } = useText();
  return (
    <small>
      {t('ui.source')} {typeof source === 'string' ? source : <a href={source.href}>{source.label}</a>}
    </small>
  );
}
