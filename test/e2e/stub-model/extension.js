/* global require, exports */
// A language model that answers nothing: VS Code gives no question to a chat participant before it has a model, asked or not.
const vscode = require('vscode');

exports.activate = ({ subscriptions }) => {
  subscriptions.push(vscode.lm.registerLanguageModelChatProvider('stub', {
    provideLanguageModelChatInformation: () => [{
      id: 'stub', name: 'Stub model', family: 'stub', version: '1', maxInputTokens: 1000, maxOutputTokens: 1000, capabilities: { toolCalling: true },
    }],
    provideLanguageModelChatResponse: () => {
      throw new Error('The model was asked.');
    },
    provideTokenCount: () => 1,
  }));
};
