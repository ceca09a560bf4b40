import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Graph, type GraphTransaction } from '../graph/graph.js';
import { findSharedSecret, takeSharedSecret } from './access.cypher.js';

/** Secrets on which all processes agree, whichever of them was first: they are kept in the graph, which all share. */
@Injectable()
export class SharedSecrets {
  constructor(private readonly graph: Graph) {}

  /** @returns 256 random bits in base64url, the same for everyone who asks by that name, ever */
  async get(name: string): Promise<string> {
    const [kept] = await this.graph.read(findSharedSecret, { name });
    return kept?.value ?? this.graph.write((tx) => this.take(tx, name));
  }

  /**
   * Takes the secret for the rest of the transaction: who takes it at the same time, in any process, comes after. Of
   * several who are first, the first to write decides for all.
   */
  async take(tx: GraphTransaction, name: string): Promise<string> {
    const offered = randomBytes(32).toString('base64url');
    const [kept] = await tx.run(takeSharedSecret, { name, offered });
    return kept!.value;
  }
}
