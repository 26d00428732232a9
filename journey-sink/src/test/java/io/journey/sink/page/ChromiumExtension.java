package io.journey.sink.page;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the browser when the first test asks for it and closes it after the last; says loudly when it is left out. */
final class ChromiumExtension implements ExecutionCondition, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ChromiumExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!System.getProperty(InBrowser.PROPERTY, "").equals("skip")) {
            return ConditionEvaluationResult.enabled("a browser is wanted");
        }
        if (context.getTestMethod().isEmpty()) {
            System.err.println("""

                    ******************************************************************
                    *  NOT TESTED: %s
                    *  -D%s=skip was given, so the page was not opened.
                    ******************************************************************
                    """.formatted(context.getDisplayName(), InBrowser.PROPERTY));
        }
        return ConditionEvaluationResult.disabled("-D" + InBrowser.PROPERTY + "=skip");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Chromium.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Chromium.class, key -> Chromium.launch(), Chromium.class);
    }
}
