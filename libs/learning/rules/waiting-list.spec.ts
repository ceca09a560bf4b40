import { describe, expect, it } from '@jest/globals';
import { freePlaces, movingUp, placeForNext } from './waiting-list.js';

describe('places and the waiting list', () => {
  it('give a place while there is one, and a turn in the waiting list afterwards', () => {
    expect(placeForNext({ places: 2, registered: 1, waiting: 0 })).toBe('registered');
    expect(placeForNext({ places: 2, registered: 2, waiting: 0 })).toBe('waiting');
    expect(placeForNext({ places: null, registered: 5000, waiting: 0 })).toBe('registered');
  });

  it('let nobody overtake those who wait', () => {
    expect(placeForNext({ places: 3, registered: 2, waiting: 1 })).toBe('waiting');
  });

  it('move up as many as there are places, and never more than wait', () => {
    expect(movingUp({ places: 3, registered: 2, waiting: 9 })).toBe(1);
    expect(movingUp({ places: 12, registered: 2, waiting: 3 })).toBe(3);
    expect(movingUp({ places: null, registered: 2, waiting: 4 })).toBe(4);
    expect(movingUp({ places: 2, registered: 2, waiting: 4 })).toBe(0);
  });

  it('never count places below nothing', () => {
    expect(freePlaces({ places: 2, registered: 5, waiting: 0 })).toBe(0);
    expect(movingUp({ places: 2, registered: 5, waiting: 4 })).toBe(0);
  });

  it('are never overbooked, whatever comes in whichever order', () => {
    const session = { places: 3, registered: 0, waiting: 0 };
    let seed = 7;
    for (let turn = 0; turn < 2000; turn++) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      if (seed % 3 === 0 && session.registered > 0) session.registered -= 1;
      else session[placeForNext(session)] += 1;
      const up = movingUp(session);
      session.registered += up;
      session.waiting -= up;
      expect(session.registered).toBeLessThanOrEqual(session.places);
      expect(session.waiting === 0 || session.registered === session.places).toBe(true);
    }
  });
});
