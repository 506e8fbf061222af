import { ProposedFeatures } from 'vscode-languageserver';
import { withoutQuotations } from './fault.ts';

type Console = InstanceType<Parameters<NonNullable<typeof ProposedFeatures.all.console>>[0]>;

/** What a connection is made with. The library's own log sentences quote what was sent, and a letter may be in it: they are cut off before that. */
export const features: typeof ProposedFeatures.all = {
  ...ProposedFeatures.all,
  console: (Logging: new () => Console) => class extends Logging {
    override error(message: string): void {
      super.error(withoutQuotations(message));
    }

    override warn(message: string): void {
      super.warn(withoutQuotations(message));
    }

    override info(message: string): void {
      super.info(withoutQuotations(message));
    }

    override log(message: string): void {
      super.log(withoutQuotations(message));
    }

    override debug(message: string): void {
      super.debug(withoutQuotations(message));
    }
  },
};
