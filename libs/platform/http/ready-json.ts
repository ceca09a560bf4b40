/** An answer that is JSON already, wholly or in part, and is sent as it is. */
export class ReadyJson<Content> {
  constructor(private readonly text: string) {}

  get content(): Content {
    return JSON.parse(this.text) as Content;
  }

  /** Writes answers of any kind: the server's serializer. */
  static write(answer: unknown): string {
    return answer instanceof ReadyJson ? answer.text : JSON.stringify(answer);
  }
}
