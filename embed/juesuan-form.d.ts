import type { Assessment, Evaluation, Form, Workbook } from './juesuan.js';

/**
 * `<juesuan-form>`: a self-evaluation form, or a whole workbook, as an element of any page. Importing the
 * module defines it.
 *
 * Attributes: `rule-set` (the id of a rule set, for a form that names none), `readonly`, `lang`.
 *
 * Events, which bubble and leave the shadow root: `change`, somebody changed something; `validated`, it
 * was worked out and checked anew, with the evaluation as `detail`.
 */
export declare class JuesuanForm extends HTMLElement {
  /** Resolves once the form can be used; rejects where the program could not be loaded. */
  readonly ready: Promise<JuesuanForm>;
  /**
   * What was put there, as it is now: a form comes back as a form, a workbook as a workbook. Throws an
   * Error for what is neither; bad content never throws. Should the program ever stop by a mistake of its
   * own, this is still the last value that was typed.
   */
  value: Form | Workbook | undefined;
  /** Of a form its Evaluation, of a workbook its Assessment; undefined while the form cannot be used. */
  readonly evaluation: Evaluation | Assessment | undefined;
  /** The attribute `rule-set`. Whoever fills the form in cannot undo it; set again, it holds again. */
  ruleSet: string;
  readonly: boolean;
  /**
   * Takes a file, or its content and its name. A form or workbook (.json) becomes the value; any other (PDF, OFD, Word, Excel,
   * web page, text) is read as a document and shown. Resolves once it is taken. Rejects with an Error, one sentence, for
   * what is no file and for a .json that is neither form nor workbook; what cannot be read as a document is said over
   * the form.
   */
  open(file: File): Promise<void>;
  open(content: Blob | ArrayBuffer | ArrayBufferView, name: string): Promise<void>;
  /** Takes what there is: a Form or a Workbook, as `value` does, or a file, as `open` does. */
  load(what: Form | Workbook | File): Promise<void>;
  load(content: Blob | ArrayBuffer | ArrayBufferView, name: string): Promise<void>;
}

export interface JuesuanFormEventMap {
  change: CustomEvent<undefined>;
  validated: CustomEvent<Evaluation | Assessment>;
}

declare global {
  interface HTMLElementTagNameMap {
    'juesuan-form': JuesuanForm;
  }
}
