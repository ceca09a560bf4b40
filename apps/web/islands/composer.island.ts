import { ComposerForm } from './composer-form.js';
import { answerAgain, quoteOnto, replyOnto } from './post-actions.js';

/** Gives the composer of the page its drafts, its preview in place and its patience on a bad line. */

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-composer]')) {
  const composer = new ComposerForm(form);
  form.addEventListener('minga:answer', (event) =>
    answerAgain(composer, (event as CustomEvent<string>).detail),
  );
  composer.start();
  if (form.id !== 'composer') continue;
  document.addEventListener('pointerdown', quoteOnto.rememberSelection, true);
  document.addEventListener('click', (event) => {
    if (quoteOnto.click(composer, event) || replyOnto(composer, event)) event.preventDefault();
  });
}
