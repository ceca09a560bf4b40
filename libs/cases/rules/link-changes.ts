/** One end of a link, with the role it plays; null where the kind of link knows no roles. */
export interface LinkEnd {
  key: string;
  role: string | null;
}

export interface LinkChanges {
  /** Keys all of whose links go, also those that come back with another role. */
  remove: string[];
  add: LinkEnd[];
}

/** What to change so that `before` becomes `after`. Links that stay are left alone: they keep who drew them, and when. */
export function findLinkChanges(before: LinkEnd[], after: LinkEnd[]): LinkChanges {
  const isIn = (list: LinkEnd[], { key, role }: LinkEnd) =>
    list.some((end) => end.key === key && end.role === role);
  const remove = new Set(before.filter((end) => !isIn(after, end)).map(({ key }) => key));
  return {
    remove: [...remove],
    add: after.filter((end) => remove.has(end.key) || !isIn(before, end)),
  };
}
