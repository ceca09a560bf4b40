import { describe, expect, it } from '@jest/globals';
import { FormNumbers } from '../../rendering/form-numbers.js';
import {
  closeListToGrow,
  emptyOutcome,
  readCloseForm,
  toCloseInput,
  withMoreCloseRows,
  withNotes,
} from './close-form-input.js';

describe('the form that closes a session', () => {
  it('says nothing where nothing was typed', () => {
    expect(toCloseInput(emptyOutcome(0), new FormNumbers('en'))).toEqual({
      summary: null,
      headcount: null,
      lessons: [],
      commitments: [],
    });
    expect(emptyOutcome(7).headcount).toBe('7');
  });

  it('takes cases and owners from the list, or by the address of their page', () => {
    const values = readCloseForm({
      'lessons.0.text': 'Order gates early',
      'lessons.0.caseId': 'c1',
      'lessons.1.text': 'Train two people',
      'lessons.1.caseId': 'c1',
      'lessons.1.otherCase': 'https://minga.example/cases/c2',
      'commitments.1.text': 'Send the drawings',
      'commitments.1.ownerKey': 'person:p1',
      'commitments.1.otherOwner': '/actors/a1',
      'commitments.1.dueOn': '2027-03-01',
      'commitments.2.text': 'Measure',
      'commitments.2.otherOwner': 'the ministry',
    });
    expect(toCloseInput(values, new FormNumbers('en'))).toMatchObject({
      lessons: [{ caseId: 'c1' }, { caseId: 'c2' }],
      commitments: [
        { ownerKey: 'actor:a1', dueOn: '2027-03-01', reviewOn: undefined },
        { ownerKey: 'the ministry', dueOn: '' },
      ],
    });
  });

  it('grows where that is asked for', () => {
    expect(closeListToGrow({ do: 'add-lessons' })).toBe('lessons');
    expect(closeListToGrow({ do: 'add-nothing' })).toBeNull();
    expect(withMoreCloseRows(emptyOutcome(0), 'lessons').rows.lessons.shown).toBe(6);
  });

  it('takes the notes over, after what was typed and none twice', () => {
    const notes = [{ text: 'Ask Rosa.' }, { text: 'Gates\nlast longer.' }];
    const once = withNotes({ ...emptyOutcome(0), summary: 'We met.' }, notes);
    expect(once.summary).toBe('We met.\n\n- Ask Rosa.\n- Gates last longer.');
    expect(withNotes(once, notes).summary).toBe(once.summary);
    expect(withNotes(emptyOutcome(0), []).summary).toBe('');
  });
});
