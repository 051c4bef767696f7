/** Counts answered requests, for the Prometheus text format. */
export class RequestCounter {
  readonly #counts = new Map<string, number>();

  /** @param route one of the server's own route names, never a path as sent: labels must stay few */
  count(route: string, status: number): void {
    const labels = `route="${route}",status="${status}"`;
    this.#counts.set(labels, (this.#counts.get(labels) ?? 0) + 1);
  }

  /** Prometheus text exposition format 0.0.4, ending with a newline. */
  text(): string {
    const lines = [...this.#counts].sort(([a], [b]) => a.localeCompare(b)).map(([labels, count]) => `tally_http_requests_total{${labels}} ${count}`);
    return ['# HELP tally_http_requests_total HTTP requests answered.', '# TYPE tally_http_requests_total counter', ...lines, ''].join('\n');
  }
}
