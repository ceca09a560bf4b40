import { describe, expect, it } from '@jest/globals';
import { FormInput } from './form-input.js';
import { listToGrow, readRows, withMoreRows } from './form-rows.js';

const FIELDS = ['text', 'dueOn'];

describe('the rows of a form', () => {
  it('close up where one was left empty', () => {
    const input = new FormInput({
      'promises.0.text': ' ',
      'promises.2.text': 'Send the drawings',
      'promises.2.dueOn': '',
    });
    expect(readRows(input, 'promises', FIELDS).filled).toEqual([{ text: 'Send the drawings', dueOn: '' }]);
  });

  it('are as many as were shown, and no endless number', () => {
    expect(readRows(new FormInput({ 'shown.promises': '5' }), 'promises', FIELDS).shown).toBe(5);
    expect(readRows(new FormInput({ 'shown.promises': '1e9' }), 'promises', FIELDS).shown).toBe(60);
    expect(readRows(new FormInput({ 'shown.promises': 'x' }), 'promises', FIELDS).shown).toBe(1);
    expect(withMoreRows({ filled: [], shown: 59 }).shown).toBe(60);
  });

  it('grow where the button for it was pressed', () => {
    expect(listToGrow(new FormInput({ do: 'add-promises' }), ['lessons', 'promises'])).toBe('promises');
    expect(listToGrow(new FormInput({ do: 'save' }), ['lessons', 'promises'])).toBeNull();
  });
});
