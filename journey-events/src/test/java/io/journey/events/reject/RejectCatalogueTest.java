package io.journey.events.reject;

import io.journey.events.support.PrintedPage;
import org.junit.jupiter.api.Test;

class RejectCatalogueTest {

    @Test
    void thePageIsWhatTheEnumPrints() throws Exception {
        PrintedPage.assertPrinted("docs/rejected.md", RejectCatalogue.markdown());
    }
}
