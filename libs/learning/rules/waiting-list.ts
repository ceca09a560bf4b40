/** What a session knows of its places. `places` is null where there is room for everyone. */
export interface Places {
  places: number | null;
  registered: number;
  waiting: number;
}

/** How many places are free; those who wait come before whoever asks now. */
export function freePlaces({ places, registered }: Places): number {
  return places === null ? Number.POSITIVE_INFINITY : Math.max(0, places - registered);
}

/** What whoever registers now gets. While others wait, nobody overtakes them. */
export function placeForNext(session: Places): 'registered' | 'waiting' {
  return session.waiting === 0 && freePlaces(session) > 0 ? 'registered' : 'waiting';
}

/** How many of those who wait have a place now. */
export function movingUp(session: Places): number {
  return Math.min(session.waiting, freePlaces(session));
}
