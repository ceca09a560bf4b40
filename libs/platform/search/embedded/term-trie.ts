/** No node, and no term. */
export const NONE = 0;

/** What a node holds: its letter (UTF-16), its first child, its next sibling, and the number of its term plus one. */
export const LETTER = 0;
export const CHILD = 1;
export const SIBLING = 2;
export const TERM = 3;
/** A node is the place of its first number. The four lie side by side: who needs one needs the others. */
const NODE_SIZE = 4;

/**
 * Terms by their letters, each letter a node: some forty bytes a term, where a map of strings takes three times that.
 * The root is node 0, which is nobody's child, so 0 stands for "none".
 */
export class TermTrie {
  nodes = new Uint32Array(1024 * NODE_SIZE);
  #end = NODE_SIZE;
  /** The children of the root by letter: with scripts of thousands of letters they are too many to be gone through. */
  readonly #beginnings = new Uint32Array(0x10000);

  /** The number of the term that ends at a node plus one, or {@link NONE}. */
  termAt(node: number): number {
    return this.nodes[node + TERM]!;
  }

  setTerm(node: number, term: number): void {
    this.nodes[node + TERM] = term;
  }

  /** The node at which a term, or the beginning of one, ends. */
  find(beginning: string): number {
    let node = beginning.length === 0 ? NONE : this.#beginnings[beginning.charCodeAt(0)]!;
    for (let at = 1; at < beginning.length && node !== NONE; at++) {
      node = this.#childOf(node, beginning.charCodeAt(at));
    }
    return node;
  }

  /** Makes the nodes that are missing; returns the one at which the term ends. */
  grow(term: string): number {
    let node = 0;
    for (let at = 0; at < term.length; at++) {
      const letter = term.charCodeAt(at);
      const child = at === 0 ? this.#beginnings[letter]! : this.#childOf(node, letter);
      node = child === NONE ? this.#append(node, letter) : child;
    }
    return node;
  }

  /** Hands over the number of each term that begins with what leads to the node. */
  visitTerms(node: number, visit: (term: number) => void): void {
    if (this.termAt(node) !== NONE) visit(this.termAt(node) - 1);
    for (let child = this.nodes[node + CHILD]!; child !== NONE; child = this.nodes[child + SIBLING]!) {
      this.visitTerms(child, visit);
    }
  }

  #childOf(node: number, letter: number): number {
    const nodes = this.nodes;
    let child = nodes[node + CHILD]!;
    while (child !== NONE && nodes[child + LETTER] !== letter) child = nodes[child + SIBLING]!;
    return child;
  }

  #append(parent: number, letter: number): number {
    if (this.#end === this.nodes.length) {
      const wider = new Uint32Array(Math.ceil((this.#end * 1.5) / NODE_SIZE) * NODE_SIZE);
      wider.set(this.nodes);
      this.nodes = wider;
    }
    const node = this.#end;
    this.#end += NODE_SIZE;
    this.nodes[node + LETTER] = letter;
    this.nodes[node + SIBLING] = this.nodes[parent + CHILD]!;
    this.nodes[parent + CHILD] = node;
    if (parent === 0) this.#beginnings[letter] = node;
    return node;
  }
}
