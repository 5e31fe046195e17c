package wf.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("smoke")
@ExtendWith(RunningProduct.class)
class ReadinessIT {
    @Test
    void theProductSaysThatItIsReady(URI product) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) product.resolve("api/v1/ping").toURL().openConnection();
        assertThat(connection.getResponseCode()).isEqualTo(200);
    }
}
