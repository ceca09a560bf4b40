import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { markedProviders } from '../discovery/marked-providers.js';
import { type Job, RECURRING_JOB, type RecurringJobOptions } from './recurring-job.js';

/** Runs recurring jobs in the processes that do background work. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('jobs');
  private readonly jobs: { options: RecurringJobOptions; job: Job }[] = [];
  private readonly timers: NodeJS.Timeout[] = [];
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    const marked = markedProviders<Job, RecurringJobOptions>(this.discovery, this.reflector, RECURRING_JOB);
    for (const { provider, mark } of marked) this.jobs.push({ options: mark, job: provider });
    if (this.config.settings.ROLE === 'web') return;
    for (const { options, job } of this.jobs) {
      this.timers.push(setInterval(() => this.enqueue(options.name, job), options.every).unref());
    }
  }

  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.running;
  }

  /** Runs every job once, now; for tests, and after a start. */
  async runAll(): Promise<void> {
    for (const { options, job } of this.jobs) this.enqueue(options.name, job);
    await this.running;
  }

  private enqueue(name: string, job: Job): void {
    this.running = this.running.then(async () => {
      try {
        await job.run(this.clock.now());
      } catch (error) {
        const why = (error as { stack?: string } | null)?.stack ?? String(error);
        this.logger.error(`${name} failed and is tried again at its next turn: ${why}`);
      }
    });
  }
}
