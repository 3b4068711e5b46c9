package dev.lindy.worker.engine;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Notices that the connection broke. Long polls are always open, so even a server that died and came back
 * between two health checks is noticed; a connection that the server renews on purpose lets them finish.
 */
public final class OutageSense implements ClientInterceptor {

    private final AtomicBoolean broken = new AtomicBoolean();

    /** Whether a call has failed because there was no server. */
    public boolean isBroken() {
        return broken.get();
    }

    @Override
    public <ReqT, RespT> ClientCall<ReqT, RespT> interceptCall(
            MethodDescriptor<ReqT, RespT> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<RespT> listener, Metadata headers) {
                super.start(new Ear<>(listener), headers);
            }
        };
    }

    private final class Ear<RespT> extends SimpleForwardingClientCallListener<RespT> {

        Ear(ClientCall.Listener<RespT> listener) {
            super(listener);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (status.getCode() == Status.Code.UNAVAILABLE) {
                broken.set(true);
            }
            super.onClose(status, trailers);
        }
    }
}
